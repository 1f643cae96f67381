package vn.tungnha.lists;

import lombok.Getter;
import vn.tungnha.shared.RuleBroken;

/** One of many rows cannot be changed so; then none is. */
@Getter
public class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String row;
    private final RuleBroken rule;

    RowRefused(String row, RuleBroken rule) {
        super(row, rule);
        this.row = row;
        this.rule = rule;
    }
}
