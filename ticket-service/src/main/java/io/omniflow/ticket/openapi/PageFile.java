package io.omniflow.ticket.openapi;

import java.util.Arrays;
import java.util.Optional;

/** What the page to try the API consists of; nothing else is served with it. */
enum PageFile {
    PAGE("index.html", "text/html;charset=UTF-8"),
    START("start.js", "text/javascript;charset=UTF-8"),
    PROGRAM("swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
    LICENCES("swagger-ui-bundle.js.LICENSE.txt", "text/plain;charset=UTF-8"),
    STYLE("swagger-ui.css", "text/css;charset=UTF-8"),
    ICON("favicon-32x32.png", "image/png");

    private final String file;
    private final String type;

    PageFile(String file, String type) {
        this.file = file;
        this.type = type;
    }

    static Optional<PageFile> named(String name) {
        return Arrays.stream(values()).filter(file -> file.file.equals(name)).findFirst();
    }

    String type() {
        return type;
    }

    /** Where the build put it on the class path. */
    String place() {
        return "openapi/ui/" + file;
    }
}
