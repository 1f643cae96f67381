package vn.tungnha.shared;

import java.time.LocalDate;
import org.springframework.validation.BindingResult;

/** Puts a broken rule beside the field of the form that it names, else above the form. */
public final class FormRules {

    private FormRules() {}

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
