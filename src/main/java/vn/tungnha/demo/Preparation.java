package vn.tungnha.demo;

import lombok.Getter;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How far the demonstration is: nobody can sign in before it is ready. */
@Getter
@Component
@Profile("demo")
class Preparation {

    enum State {
        UNDER_WAY,
        READY,
        FAILED
    }

    /** The catalogue of units comes first; it is in when the demonstration begins. */
    private static final int FIRST_STEP = 2;

    private volatile State state = State.UNDER_WAY;

    /** The step being worked on, counted from 1. */
    private volatile int step = 1;

    void begin() {
        step = FIRST_STEP;
        state = State.UNDER_WAY;
    }

    void nextStep() {
        step++;
    }

    void succeed() {
        state = State.READY;
    }

    void fail() {
        state = State.FAILED;
    }
}
