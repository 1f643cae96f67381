package vn.tungnha.shared.desk;

/**
 * A column of a list.
 *
 * @param key message key of its head
 */
public record DeskColumn(String code, String key, Use use) {

    /** Whether somebody can do without it. */
    public enum Use {
        /** Always there: without it nobody knows what a row is about. */
        FIXED,
        /** There unless taken off. */
        SHOWN,
        /** There for those who want it. */
        WANTED
    }

    public static DeskColumn fixed(String code, String key) {
        return new DeskColumn(code, key, Use.FIXED);
    }

    public static DeskColumn shown(String code, String key) {
        return new DeskColumn(code, key, Use.SHOWN);
    }

    public static DeskColumn wanted(String code, String key) {
        return new DeskColumn(code, key, Use.WANTED);
    }
}
