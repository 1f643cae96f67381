package vn.tungnha.indicators;

import lombok.Getter;

/** A text that is no formula over known measures. */
@Getter
class ExpressionInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int position;

    ExpressionInvalid(String text, int position, String why) {
        super(why + " at " + position + " in " + text);
        this.text = text;
        this.position = position;
    }
}
