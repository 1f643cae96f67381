package vn.tungnha.households.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** Tries a change that a form asks for; a rule it breaks goes beside its field. */
final class Saving {

    private Saving() {}

    /** Whether the change was made. */
    static boolean tried(BindingResult errors, Runnable change) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            change.run();
            return true;
        } catch (RuleBroken broken) {
            FormRules.reject(errors, broken);
            return false;
        }
    }

    /** The version a form was filled in from; none is nobody's. */
    static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }
}
