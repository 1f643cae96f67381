package vn.tungnha.shared;

import java.util.List;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A rule of the domain forbids this. Answered with 422 and the message of {@code key}, beside {@code field} if named. */
@Getter
public class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    public RuleBroken(String key, Object... arguments) {
        this(null, key, List.of(arguments));
    }

    private RuleBroken(@Nullable String field, String key, List<Object> arguments) {
        super(key + " " + arguments);
        this.field = field;
        this.key = key;
        this.arguments = arguments;
    }

    public static RuleBroken at(String field, String key, Object... arguments) {
        return new RuleBroken(field, key, List.of(arguments));
    }
}
