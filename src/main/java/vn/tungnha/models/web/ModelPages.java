package vn.tungnha.models.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.models.ModelKinds;
import vn.tungnha.models.ModelProofs;
import vn.tungnha.models.ModelView;
import vn.tungnha.models.Models;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Puts one model into words: its showcase, and the form it is written down with. */
@Component
@RequiredArgsConstructor
class ModelPages {

    private static final Paging ORIGINS = new Paging(0, 300);

    private final Models models;
    private final ModelProofs proofs;
    private final ModelKinds kinds;
    private final Units units;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    /** How it was judged in a year. */
    record Review(String year, String score, String words, String reviewer) {}

    /** A model, ready to be shown. @param origin the model it was taken over from; its value is null where it may not be opened */
    record Page(
            ModelView model,
            String kind,
            String founded,
            @Nullable String ended,
            @Nullable String originUrl,
            List<Choice> copies,
            String copied,
            List<ModelProofs.Evidence> evidence,
            List<Review> reviews,
            boolean writes) {}

    Page page(UUID id, CurrentUser user, Locale locale) {
        ModelWords words = new ModelWords(messages, locale);
        Vn vn = words.vn();
        ModelView model = models.get(id);
        boolean seesOrigin = model.copiedFrom() != null
                && guard.covers(
                        user.scope(),
                        Data.FIGURES,
                        models.get(model.copiedFrom()).unitId());
        return new Page(
                model,
                model.kindName(locale),
                words.say("models.since", vn.day(model.foundedOn())),
                model.runs() ? null : words.say("models.ended.on", vn.day(model.endedOn())),
                seesOrigin ? "/models/" + model.copiedFrom() : null,
                models.copies(id, user).stream()
                        .map(copy -> new Choice("/models/" + copy.id(), copy.name() + ", " + copy.unit()))
                        .toList(),
                words.say("models.copies", vn.number(model.copies())),
                proofs.evidence(id),
                proofs.reviews(id).stream()
                        .map(review -> new Review(
                                String.valueOf(review.year()),
                                review.score() == null ? Vn.NONE : vn.number(review.score()) + "/100",
                                review.words(),
                                review.reviewer()))
                        .toList(),
                writes(user));
    }

    static boolean writes(CurrentUser user) {
        return user.has(Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER);
    }

    /** @param model null = a new one */
    String form(@Nullable ModelView model, CurrentUser user, Locale locale, Model into) {
        ModelWords words = new ModelWords(messages, locale);
        into.addAttribute("model", model);
        into.addAttribute("units", units(model, user, words));
        into.addAttribute(
                "kinds",
                kinds.all().stream()
                        .filter(kind ->
                                kind.enabled() || (model != null && model.kind().equals(kind.code())))
                        .map(kind -> new Choice(kind.code(), kind.name(locale)))
                        .toList());
        List<Choice> origins = new ArrayList<>(List.of(new Choice("", words.say("models.origin.none"))));
        models.list(new Models.Query(null, null, false), user, ORIGINS).items().stream()
                .filter(other -> model == null || !other.id().equals(model.id()))
                .forEach(other -> origins.add(new Choice(other.id().toString(), other.name() + ", " + other.unit())));
        into.addAttribute("origins", origins);
        return "models/form";
    }

    /** Where a model may be: one's own places and what lies next below them. */
    private List<Choice> units(@Nullable ModelView model, CurrentUser user, ModelWords words) {
        LocalDate today = Days.today(clock);
        Map<Long, String> names = new LinkedHashMap<>();
        if (model != null) {
            names.put(model.unitId(), model.unit());
        }
        for (UnitView root : units.all(user.scope().roots(Data.FIGURES), today).values()) {
            names.put(root.id(), root.fullName());
            units.under(root.id(), root.level() == UnitLevel.COMMUNE ? UnitLevel.VILLAGE : UnitLevel.COMMUNE, today)
                    .forEach(unit -> names.put(unit.id(), unit.fullName()));
        }
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", words.say("models.unit.choose"))));
        names.forEach((id, name) -> choices.add(new Choice(String.valueOf(id), name)));
        return choices;
    }
}
