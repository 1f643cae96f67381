package vn.tungnha.indicators.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.MeasureCounts;
import vn.tungnha.indicators.MeasureEditor;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;

/** Measures: what is counted, reported or told by the statistics. */
@Controller
@RequestMapping("/admin/measures")
@RequiredArgsConstructor
class MeasuresController {

    private static final String FORM = "indicators/measure-form";
    private static final String HALVES = "f-row";

    private final Definitions definitions;
    private final MeasureEditor editor;
    private final MeasureCounts counts;
    private final MessageSource messages;

    /** One line of the list. */
    record Line(
            String code,
            String name,
            String unit,
            String source,
            String adding,
            boolean adds,
            @Nullable String counting,
            @Nullable String instead) {}

    @GetMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
    String list(CurrentUser user, Locale locale, Model model) {
        FigureWords words = new FigureWords(messages, locale);
        Map<String, MeasureCounts.Progress> progress =
                counts.progress().stream().collect(Collectors.toMap(MeasureCounts.Progress::measure, it -> it));
        model.addAttribute(
                "lines",
                definitions.measures().values().stream()
                        .map(it -> line(it, progress.get(it.code()), words))
                        .toList());
        model.addAttribute("counting", !progress.isEmpty());
        model.addAttribute("mayEdit", user.has(Role.ADMIN));
        return "indicators/measures";
    }

    private static Line line(MeasureView it, MeasureCounts.@Nullable Progress progress, FigureWords words) {
        return new Line(
                it.code(),
                words.english() ? it.nameEn() : it.nameVi(),
                words.english() ? it.unitEn() : it.unitVi(),
                words.text("source." + it.origin()),
                words.text("define.adding." + it.addsOverTime()),
                it.addsOverUnits(),
                progress == null
                        ? null
                        : words.text("define.counting", words.vn().number(progress.percent())),
                it.asked() ? null : words.text("define.counted-instead"));
    }

    @GetMapping("/new")
    @Allowed(Role.ADMIN)
    String fresh(Locale locale, Model model) {
        Map<String, String> begins = Map.of("source", "REPORTED", "adding", "FLOW", "addsOverUnits", "true");
        show(model::addAttribute, null, begins, null, locale);
        return FORM;
    }

    @GetMapping("/{code}")
    @Allowed(Role.ADMIN)
    String edit(@PathVariable String code, Locale locale, Model model) {
        MeasureEditor.Draft it = editor.get(code);
        Map<String, String> texts = Map.of(
                "code", it.code(),
                "nameVi", it.nameVi(),
                "nameEn", it.nameEn(),
                "unitVi", it.unitVi(),
                "unitEn", it.unitEn(),
                "version", String.valueOf(it.version()));
        show(model::addAttribute, code, texts, null, locale);
        return FORM;
    }

    /** Without a code it is a new one. */
    @PostMapping({"", "/{code}"})
    @Allowed(Role.ADMIN)
    ModelAndView save(
            @PathVariable(required = false) @Nullable String code,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            MeasureEditor.Draft draft = MeasureTyped.draft(typed, code);
            if (code == null) {
                editor.add(draft, user);
            } else {
                editor.rename(draft, user);
            }
            flash.addFlashAttribute(
                    "flash",
                    messages.getMessage("indicators.define.measure.saved", new Object[] {draft.code()}, locale));
            return new ModelAndView("redirect:/admin/measures#" + draft.code());
        } catch (RuleBroken broken) {
            ModelAndView again = new ModelAndView(FORM);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            show(again::addObject, code, typed, broken, locale);
            return again;
        }
    }

    private void show(
            BiConsumer<String, @Nullable Object> model,
            @Nullable String code,
            Map<String, String> typed,
            @Nullable RuleBroken broken,
            Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        FormFields fields = new FormFields(typed, broken, words);
        List<FormField.Group> groups = new ArrayList<>();
        groups.add(new FormField.Group(
                words.text("define.group.names"),
                HALVES,
                List.of(
                        fields.text("nameVi", "name-vi"),
                        fields.text("nameEn", "name-en"),
                        fields.text("unitVi", "unit-vi"),
                        fields.text("unitEn", "unit-en"),
                        code == null ? fields.text("code", "code") : fields.read("code", "code"))));
        if (code == null) {
            groups.add(new FormField.Group(
                    words.text("define.group.source"),
                    HALVES,
                    List.of(
                            fields.pick(
                                    "source",
                                    "measure.source",
                                    DefinitionPages.choices(
                                            List.of("REPORTED", "POPULATION", "FIELD"), "source.", words)),
                            fields.pick(
                                    "adding",
                                    "measure.adding",
                                    DefinitionPages.choices(List.of("FLOW", "STOCK"), "define.adding.", words)),
                            fields.tick("addsOverUnits", "measure.adds-over-units"))));
            groups.add(new FormField.Group(words.text("define.group.field"), HALVES, field(fields, words)));
        }
        model.accept("groups", groups);
        model.accept("error", fields.message());
        model.accept("code", code);
        model.accept("version", typed.getOrDefault("version", "0"));
    }

    /** What only a count of the teams' log asks for. */
    private List<FormField> field(FormFields fields, FigureWords words) {
        return List.of(
                fields.pick(
                        "basis",
                        "measure.basis",
                        optional(new TreeSet<>(MeasureEditor.BASES.keySet()), "define.basis.", words)),
                fields.pick(
                        "accountType",
                        "measure.account-type",
                        optional(editor.codes(MeasureEditor.Filter.ACCOUNT_TYPE), null, words)),
                fields.pick("topic", "measure.topic", optional(editor.codes(MeasureEditor.Filter.TOPIC), null, words)),
                fields.pick(
                        "outcome",
                        "measure.outcome",
                        optional(editor.codes(MeasureEditor.Filter.OUTCOME), null, words)),
                fields.pick(
                        "householdKind",
                        "measure.household-kind",
                        optional(List.of("HOUSEHOLD", "TRADER"), "define.household.", words)),
                fields.pick(
                        "failureReason",
                        "measure.failure-reason",
                        optional(editor.codes(MeasureEditor.Filter.FAILURE_REASON), null, words)),
                fields.pick(
                        "smartphone",
                        "measure.smartphone",
                        optional(List.of("true", "false"), "define.smartphone.", words)),
                fields.text("ageFrom", "measure.age-from"),
                fields.text("ageTo", "measure.age-to"));
    }

    private static List<Choice> optional(Iterable<String> codes, @Nullable String key, FigureWords words) {
        List<Choice> all = new ArrayList<>(List.of(new Choice("", words.text("define.any"))));
        codes.forEach(it -> all.add(new Choice(it, key == null ? it : words.text(key + it))));
        return all;
    }
}
