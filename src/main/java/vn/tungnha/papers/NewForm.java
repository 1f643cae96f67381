package vn.tungnha.papers;

import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/**
 * A form to be made.
 *
 * @param code capitals and digits, in addresses and files; never changed
 * @param grain how long a time it is for; null = any
 * @param unit code of the place it is for; empty = everybody
 */
public record NewForm(
        String code, String nameVi, String nameEn, @Nullable PaperGrain grain, String unit) {

    void check() {
        if (!code.matches("[A-Z][A-Z0-9_-]{1,30}")) {
            throw RuleBroken.at("code", "papers.error.code");
        }
        if (nameVi.isBlank()) {
            throw RuleBroken.at("nameVi", "papers.error.required");
        }
        if (nameEn.isBlank()) {
            throw RuleBroken.at("nameEn", "papers.error.required");
        }
    }
}
