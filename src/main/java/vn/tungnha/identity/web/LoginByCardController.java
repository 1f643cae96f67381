package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Anyone;
import vn.tungnha.identity.CardHolder;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;

/** What the QR code of a login card opens: choose a PIN, and come in. */
@Controller
@RequestMapping("/card")
@Anyone
@RequiredArgsConstructor
class LoginByCardController {

    private final LoginCards cards;
    private final SessionSignIn session;

    /** For phones without a camera that reads codes: the code is typed. */
    @GetMapping
    String ask(@RequestParam(defaultValue = "") String code) {
        String plain = code.replaceAll("[^A-Za-z0-9]", "");
        return plain.isEmpty() ? "identity/card-code" : "redirect:/card/" + plain;
    }

    @GetMapping("/{code}")
    String greet(@PathVariable String code, Model model, HttpServletResponse response) {
        model.addAttribute("form", PinForm.empty());
        return page(code, model, response);
    }

    @PostMapping("/{code}")
    String choose(
            @PathVariable String code,
            @Valid @ModelAttribute("form") PinForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<CardHolder> holder = holder(code);
        if (holder.isEmpty()) {
            return page(code, model, response);
        }
        if (!errors.hasErrors() && !form.pin().equals(form.repeat())) {
            errors.rejectValue("repeat", "identity.pin.repeat.differs");
        }
        return FormRules.answer(
                errors,
                response,
                () -> {
                    cards.use(code, form.pin());
                    session.begin(holder.get().accountId(), request, response);
                    return "redirect:/";
                },
                () -> page(code, model, response));
    }

    /** A dead card is told what to do, not only that nothing was found. */
    private String page(String code, Model model, HttpServletResponse response) {
        Optional<CardHolder> holder = holder(code);
        holder.ifPresentOrElse(
                found -> {
                    model.addAttribute("holder", found);
                    model.addAttribute("loginName", LoginName.spokenIfNumber(found.username()));
                },
                () -> response.setStatus(HttpServletResponse.SC_NOT_FOUND));
        return holder.isPresent() ? "identity/card" : "identity/card-dead";
    }

    private Optional<CardHolder> holder(String code) {
        try {
            return Optional.of(cards.holder(code));
        } catch (NotFound dead) {
            return Optional.empty();
        }
    }
}
