package io.omniflow.sla.policy;

/** A sketch as text, for whoever keeps one. */
public interface SketchText {
    /** A JSON object. */
    String write(Sketch sketch);

    /** @throws IllegalStateException for what {@link #write} never wrote */
    Sketch read(String text);
}
