package vn.tungnha.indicators;

import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import vn.tungnha.shared.RuleBroken;

/** A text that is no formula over known measures, or one that makes no sense. */
@Getter
class ExpressionInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int position;
    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param position of the character that is wrong, from 0; the length of the text when something is missing at its end
     * @param key message that says why; its first argument is the position as people count, from 1
     */
    ExpressionInvalid(String text, int position, String key, Object... arguments) {
        super(key + " at " + position + " in " + text);
        this.text = text;
        this.position = position;
        this.key = key;
        List<Object> all = new ArrayList<>(List.of(position + 1));
        all.addAll(List.of(arguments));
        this.arguments = List.copyOf(all);
    }

    RuleBroken at(String field) {
        return RuleBroken.at(field, key, arguments.toArray());
    }
}
