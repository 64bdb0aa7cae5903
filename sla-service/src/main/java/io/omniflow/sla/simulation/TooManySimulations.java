package io.omniflow.sla.simulation;

/** The workspace has as many simulations that go on as it may; one more can be begun when one of them is over. */
public final class TooManySimulations extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySimulations(int most) {
        super("A workspace has at most " + most + " simulations that are not over");
    }
}
