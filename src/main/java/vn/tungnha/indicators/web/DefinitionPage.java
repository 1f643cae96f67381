package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * The form of a definition.
 *
 * @param code null while it has none
 * @param version of the draft that was read
 * @param measures to write formulas with: code and name
 * @param proposals indicators a score can be made of
 */
record DefinitionPage(
        @Nullable String code,
        String title,
        String action,
        int version,
        List<FormField.Group> groups,
        @Nullable String error,
        List<Choice> measures,
        List<Choice> proposals) {}
