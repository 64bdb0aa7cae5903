window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/api/v1/openapi',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'none',
    filter: true,
    presets: [SwaggerUIBundle.presets.apis],
    // nothing is sent to a validator elsewhere
    validatorUrl: null,
  });
});
