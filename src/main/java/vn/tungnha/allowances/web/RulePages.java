package vn.tungnha.allowances.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.allowances.AllowanceRule;
import vn.tungnha.allowances.AllowanceRules;
import vn.tungnha.allowances.RuleBasis;
import vn.tungnha.allowances.RuleStatus;
import vn.tungnha.allowances.TeamTotal;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Lays out rules and what a draft of one would pay. */
@Component
@RequiredArgsConstructor
class RulePages {

    private final AllowanceRules rules;
    private final DayPages days;
    private final ReportPlaces places;
    private final Months months;
    private final Units units;

    /** A rule in finished texts. */
    record Line(
            long id,
            int version,
            String name,
            String place,
            String what,
            String conditions,
            String programme,
            String basis,
            String days,
            String state,
            String level,
            @Nullable String url) {}

    /** A team's money by the rules in force and by the draft. */
    record Compared(String name, String before, String after, String change) {}

    Line line(AllowanceRule rule, boolean writes, Words words) {
        LocalDate today = places.today();
        boolean over = rule.validTo().isBefore(today);
        String state = rule.status() != RuleStatus.IN_FORCE
                ? rule.status().name()
                : over ? "OVER" : rule.validFrom().isAfter(today) ? "COMING" : "IN_FORCE";
        return new Line(
                rule.id(),
                rule.version(),
                rule.name(),
                place(rule),
                words.say("rule.pays." + rule.basis(), words.money(rule.amount())),
                conditions(rule, words),
                rule.programme() + " · " + rule.funding(),
                rule.source() == null ? rule.legalBasis() : words.say("rule.source", rule.legalBasis(), rule.source()),
                words.say("days", words.vn().day(rule.validFrom()), words.vn().day(rule.validTo())),
                words.say("rule.state." + state),
                state.equals("IN_FORCE") ? "good" : state.equals("OVER") ? "none" : "near",
                writes ? "/allowances/rules/" + rule.id() : null);
    }

    RuleForm form(AllowanceRule rule) {
        Long unit = rule.unit();
        return RuleForm.of(
                rule, unit == null ? "" : units.get(unit, places.today()).code());
    }

    void choices(List<AllowanceRule> known, Words words, Model model) {
        model.addAttribute(
                "bases",
                Arrays.stream(RuleBasis.values())
                        .map(it -> new Choice(it.name(), words.say("basis." + it)))
                        .toList());
        model.addAttribute("kindChoices", days.kinds(words));
        List<Choice> inForce = new ArrayList<>(List.of(new Choice("", words.say("rule.none"))));
        known.stream()
                .filter(it -> it.status() == RuleStatus.IN_FORCE)
                .forEach(it -> inForce.add(new Choice(
                        String.valueOf(it.id()), it.name() + " · " + words.money(it.amount()) + " · " + place(it))));
        model.addAttribute("inForce", inForce);
    }

    void preview(AllowanceRule rule, String unit, @Nullable String period, CurrentUser user, Words words, Model model) {
        try {
            UnitView ward = places.unit(unit, null, user)
                    .filter(it -> it.level() == UnitLevel.COMMUNE)
                    .filter(it -> rule.unit() != null && units.isUnder(it.id(), rule.unit(), places.today()))
                    .orElseThrow(() -> new NotFound("unit", unit));
            AllowanceRules.Preview preview = rules.preview(rule.id(), ward, months.of(period, ward), user);
            Map<Long, TeamTotal> before = TeamTotal.of(preview.before()).stream()
                    .collect(Collectors.toMap(TeamTotal::team, Function.identity(), (a, b) -> a, LinkedHashMap::new));
            List<Compared> lines = new ArrayList<>();
            long sum = 0;
            for (TeamTotal now : TeamTotal.of(preview.after())) {
                TeamTotal was = before.get(now.team());
                long former = was == null ? 0 : was.amount();
                sum += former;
                lines.add(new Compared(
                        now.name(),
                        words.money(former),
                        words.money(now.amount()),
                        words.change(now.amount() - former)));
            }
            long after = preview.after().amount();
            lines.add(new Compared(words.say("sum"), words.money(sum), words.money(after), words.change(after - sum)));
            model.addAttribute("compared", lines);
            model.addAttribute(
                    "comparedTitle",
                    words.say(
                            "rule.preview.of",
                            ward.fullName(),
                            words.month(preview.before().period().named().last())));
        } catch (NotFound | RuleBroken unreadable) {
            model.addAttribute(
                    "previewProblem",
                    unreadable instanceof RuleBroken broken ? words.why(broken) : words.say("rule.preview.where"));
        }
    }

    private String place(AllowanceRule rule) {
        Long unit = rule.unit();
        return unit == null ? "" : units.get(unit, places.today()).fullName();
    }

    private String conditions(AllowanceRule rule, Words words) {
        List<String> said = new ArrayList<>();
        if (!rule.kinds().isEmpty()) {
            Map<String, String> names =
                    days.kinds(words).stream().collect(Collectors.toMap(Choice::value, Choice::text, (a, b) -> a));
            said.add(words.say(
                    "rule.kinds",
                    rule.kinds().stream()
                            .sorted()
                            .map(it -> names.getOrDefault(it, it))
                            .collect(Collectors.joining(", "))));
        }
        if (rule.plannedOnly()) {
            said.add(words.say("rule.planned"));
        }
        if (rule.minimumWork() > 0) {
            said.add(words.say("rule.minimum." + rule.basis(), rule.minimumWork()));
        }
        if (rule.monthCeiling() != null) {
            said.add(words.say("rule.ceiling", words.money(rule.monthCeiling())));
        }
        if (rule.unitFactor().compareTo(BigDecimal.ONE) > 0) {
            said.add(words.say("rule.factor", words.vn().number(rule.unitFactor())));
        }
        if (rule.topsUp() != null) {
            said.add(words.say("rule.tops-up"));
        }
        return String.join(". ", said);
    }
}
