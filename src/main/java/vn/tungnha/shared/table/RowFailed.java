package vn.tungnha.shared.table;

import lombok.Getter;
import vn.tungnha.shared.RuleBroken;

/** A rule forbade storing a row that had looked good. Nothing of the file is kept. */
@Getter
public class RowFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int row;
    private final RuleBroken broken;

    RowFailed(int row, RuleBroken broken) {
        super("row " + row + ": " + broken.getMessage(), broken);
        this.row = row;
        this.broken = broken;
    }
}
