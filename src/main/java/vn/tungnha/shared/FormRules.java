package vn.tungnha.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What becomes of a form: saved and on to the next page, or back with 422 and each broken rule beside its field. */
public final class FormRules {

    private FormRules() {}

    /**
     * Saves what a form asks for and goes on; the form comes back where a rule stands against it.
     *
     * @param save makes the change and says where to go
     * @param again fills the model for the form once more and names its template
     */
    public static String answer(
            BindingResult errors, HttpServletResponse response, Supplier<String> save, Supplier<String> again) {
        if (!errors.hasErrors()) {
            try {
                return save.get();
            } catch (RuleBroken broken) {
                reject(errors, broken);
            }
        }
        response.setStatus(422);
        return again.get();
    }

    /** The version a form was filled in from; none is nobody's. */
    public static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }

    /** Puts a broken rule beside the field of the form that it names, else above the form. */
    public static void reject(BindingResult errors, RuleBroken broken) {
        Object[] arguments = arguments(broken);
        String field = broken.getField();
        if (field != null && errors.getFieldType(field) != null) {
            errors.rejectValue(field, broken.getKey(), arguments, broken.getKey());
        } else {
            errors.reject(broken.getKey(), arguments, broken.getKey());
        }
    }

    /** The arguments of the rule's message; days as they are read. */
    public static Object[] arguments(RuleBroken broken) {
        return broken.getArguments().stream().map(FormRules::readable).toArray();
    }

    private static Object readable(Object argument) {
        return argument instanceof LocalDate day ? Vn.vi().day(day) : argument;
    }
}
