package vn.tungnha.identity.web;

import org.springframework.validation.BindingResult;
import vn.tungnha.shared.RuleBroken;

/** Puts a broken rule beside the field it names, or above the form. */
final class FormErrors {

    private FormErrors() {}

    static void add(RuleBroken broken, BindingResult errors) {
        Object[] arguments = broken.getArguments().toArray();
        String field = broken.getField();
        if (field != null && errors.getTarget() != null && knows(errors, field)) {
            errors.rejectValue(field, broken.getKey(), arguments, broken.getKey());
        } else {
            errors.reject(broken.getKey(), arguments, broken.getKey());
        }
    }

    private static boolean knows(BindingResult errors, String field) {
        return errors.getFieldType(field) != null;
    }
}
