package vn.tungnha.units;

/** A kind of unit, as an administrator keeps it. */
public record UnitKind(String code, UnitLevel level, String name, String nameEn) {

    /** What people say before a number: "Tổ 33" for "Tổ dân phố 33". */
    String shortName() {
        return name.startsWith("Tổ ") ? "Tổ" : name;
    }
}
