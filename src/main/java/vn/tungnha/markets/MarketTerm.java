package vn.tungnha.markets;

import java.util.Locale;

/**
 * A word that an administrator keeps: a kind of market, a way of taking money, or who provides it.
 *
 * @param cashless of a way: money changes hands without cash; false for all else
 * @param provided of a way: somebody provides it, and is asked for; false for all else
 */
public record MarketTerm(
        String code,
        int version,
        String nameVi,
        String nameEn,
        boolean cashless,
        boolean provided,
        boolean enabled,
        int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
