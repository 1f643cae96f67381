package vn.tungnha.markets.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.markets.MarketTerm;

/** What is typed of a word of the markets. */
record MarketTermForm(
        @Nullable Integer version,
        @Nullable String code,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable Boolean cashless,
        @Nullable Boolean provided,
        @Nullable Boolean enabled,
        @Nullable Integer position) {

    static MarketTermForm blank(int position) {
        return new MarketTermForm(null, "", "", "", false, false, true, position);
    }

    static MarketTermForm of(MarketTerm term) {
        return new MarketTermForm(
                term.version(),
                term.code(),
                term.nameVi(),
                term.nameEn(),
                term.cashless(),
                term.provided(),
                term.enabled(),
                term.position());
    }

    /** @param known the code of the address; null = the one typed */
    MarketTerm term(@Nullable String known) {
        return new MarketTerm(
                known == null ? text(code).strip() : known,
                version == null ? -1 : version,
                text(nameVi),
                text(nameEn),
                Boolean.TRUE.equals(cashless),
                Boolean.TRUE.equals(provided),
                Boolean.TRUE.equals(enabled),
                position == null ? 0 : position);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
