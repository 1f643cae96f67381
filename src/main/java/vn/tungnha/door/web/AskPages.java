package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.door.FormTokens;
import vn.tungnha.door.PublicRequests;
import vn.tungnha.door.PublicWards;
import vn.tungnha.door.RequestKind;
import vn.tungnha.door.RequestKinds;
import vn.tungnha.door.Senders;
import vn.tungnha.door.WardContacts;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;

/** The two forms without login: shown, taken in, shown again with what was typed. */
@Component
@RequiredArgsConstructor
class AskPages {

    private final PublicRequests requests;
    private final RequestKinds kinds;
    private final PublicWards wards;
    private final WardContacts contacts;
    private final FormTokens tokens;
    private final Senders senders;
    private final MessageSource messages;

    String chooseWard(String path, String titleKey, Model model) {
        model.addAttribute("served", wards.served());
        model.addAttribute("path", path);
        model.addAttribute("titleKey", titleKey);
        return "door/choose";
    }

    String blank(String kind, UnitView ward, String village, Locale locale, Model model) {
        model.addAttribute("form", AskForm.blank(ward.code(), village, tokens.issue()));
        return show(kind, ward, locale, model);
    }

    /** @return null where nothing is left to be written */
    @Nullable
    String send(
            String kind,
            AskForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!senders.mayKnock(request.getRemoteAddr())) {
            flooded(locale, response);
            return null;
        }
        UnitView ward = wards.require(form.ward() == null ? "" : form.ward());
        FormTokens.Reading token = tokens.read(form.token());
        if (token.verdict() == FormTokens.Verdict.STRANGE) {
            // a form of yesterday, or none of ours: everything typed stays, under a new number
            model.addAttribute("token", tokens.issue());
            errors.reject("door.error.form-old", "");
        } else if (!senders.maySend(request.getRemoteAddr())) {
            errors.reject("door.error.too-fast", "");
        } else if (form.filledByProgram()) {
            errors.rejectValue("website", "door.error.website", "");
        } else if (token.verdict() == FormTokens.Verdict.HASTY) {
            errors.reject("door.error.hasty", "");
        } else {
            check(kind, form, errors);
        }
        return FormRules.answer(
                errors,
                response,
                () -> {
                    String code = requests.send(
                            form.command(required(token), kind, ward.id(), village(form, ward)),
                            request.getRemoteAddr());
                    return "redirect:"
                            + UriComponentsBuilder.fromPath("/public/track")
                                    .queryParam("code", code)
                                    .queryParam("sent")
                                    .toUriString();
                },
                () -> show(kind, ward, locale, model));
    }

    /** One line: what answers a flood must cost less than the flood. */
    private void flooded(Locale locale, HttpServletResponse response) {
        try {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(messages.getMessage("door.error.too-fast", null, locale));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static UUID required(FormTokens.Reading token) {
        return Objects.requireNonNull(token.id());
    }

    private static void check(String kind, AskForm form, BindingResult errors) {
        if (kind.equals(RequestKind.VISIT)) {
            needed("name", form.name(), "door.error.name", errors);
            needed("phone", form.phone(), "door.error.phone-missing", errors);
            needed("address", form.address(), "door.error.address", errors);
        } else {
            needed("words", form.words(), "door.error.suggestion", errors);
        }
        boolean personal = !AskForm.missing(form.name()) || !AskForm.missing(form.phone());
        if (personal && !Boolean.TRUE.equals(form.agreed())) {
            errors.rejectValue("agreed", "door.error.agreed", "");
        }
    }

    private static void needed(String field, @Nullable String typed, String key, BindingResult errors) {
        if (AskForm.missing(typed) && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, key, "");
        }
    }

    /** @throws RuleBroken when it is no village of this ward */
    private @Nullable Long village(AskForm form, UnitView ward) {
        if (AskForm.missing(form.village())) {
            return null;
        }
        return wards.villages(ward).stream()
                .filter(village -> village.code().equals(form.village()))
                .findFirst()
                .map(UnitView::id)
                .orElseThrow(() -> RuleBroken.at("village", "door.error.village"));
    }

    private String show(String kind, UnitView ward, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        RequestKind asked = kinds.get(kind);
        List<Choice> villages = new ArrayList<>(List.of(new Choice("", words.say("door.request.village.unknown"))));
        wards.villages(ward).forEach(village -> villages.add(new Choice(village.code(), village.name())));
        model.addAttribute("ward", ward);
        model.addAttribute("villages", villages);
        model.addAttribute("kind", asked);
        model.addAttribute("contact", contacts.of(ward.id()));
        model.addAttribute("mostWords", AskForm.MOST_WORDS);
        return kind.equals(RequestKind.VISIT) ? "door/request" : "door/suggest";
    }
}
