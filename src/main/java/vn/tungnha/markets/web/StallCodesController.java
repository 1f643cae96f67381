package vn.tungnha.markets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.PaymentCode;
import vn.tungnha.markets.StallCodes;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.Stalls;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.QrCode;
import vn.tungnha.shared.RuleBroken;

/** The trader's own code: looked at by somebody first, then kept as it is and printed on a stand. */
@Controller
@RequestMapping("/stalls/{id}")
@RequiredArgsConstructor
class StallCodesController {

    private final Stalls stalls;
    private final StallCodes codes;
    private final Markets markets;
    private final StallPages pages;
    private final MessageSource messages;
    private final Clock clock;

    /** What the code says of itself, to be compared with who stands there. Nothing is kept yet. */
    @PostMapping("/code/check")
    @Keepers(place = "stall:id")
    String check(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String payload,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            byte[] bytes = picture == null || picture.isEmpty()
                    ? payload.strip().getBytes(StandardCharsets.UTF_8)
                    : codes.onPicture(picture.getBytes());
            model.addAttribute("code", PaymentCode.read(bytes));
            model.addAttribute("exact", Base64.getEncoder().encodeToString(bytes));
            model.addAttribute("page", pages.page(id, user, locale));
            return "markets/code";
        } catch (RuleBroken broken) {
            return refused(id, broken, payload, user, locale, model, response);
        }
    }

    @PostMapping("/code")
    @Keepers(place = "stall:id")
    String put(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String exact,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            codes.put(id, bytes(exact), user);
        } catch (RuleBroken broken) {
            return refused(id, broken, "", user, locale, model, response);
        }
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.code.saved"));
        return "redirect:/stalls/" + id;
    }

    @PostMapping("/code/removal")
    @Keepers(place = "stall:id")
    String remove(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        codes.remove(id, user);
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.code.removed"));
        flash.addFlashAttribute("restorable", true);
        return "redirect:/stalls/" + id;
    }

    @PostMapping("/code/restoration")
    @Keepers(place = "stall:id")
    String restore(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        codes.restore(id, user);
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.code.saved"));
        return "redirect:/stalls/" + id;
    }

    /** A stand of A5 with exactly the trader's code. */
    @GetMapping("/stand")
    @Readers(place = "stall:id")
    String stand(@PathVariable UUID id, CurrentUser user, Locale locale, Model model, RedirectAttributes flash) {
        StallView stall = stalls.get(id, user);
        if (!stall.coded()) {
            flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.code.none"));
            return "redirect:/stalls/" + id;
        }
        MarketView market = markets.get(stall.marketId());
        byte[] payload = codes.payload(id, user);
        MarketWords words = new MarketWords(messages, locale);
        model.addAttribute("qr", QrCode.ofBytes(payload));
        model.addAttribute("code", PaymentCode.read(payload));
        model.addAttribute("stall", words.stall(stall));
        model.addAttribute("goods", stall.goods());
        model.addAttribute("market", market.name());
        model.addAttribute("printed", words.vn().day(Days.today(clock)));
        model.addAttribute("back", "/stalls/" + id);
        return "markets/stand";
    }

    private String refused(
            UUID id,
            RuleBroken broken,
            String payload,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("codeProblem", new MarketWords(messages, locale).why(broken));
        model.addAttribute("payload", payload);
        model.addAttribute("page", pages.page(id, user, locale));
        return "markets/stall";
    }

    private static byte[] bytes(String exact) {
        try {
            return Base64.getDecoder().decode(exact);
        } catch (IllegalArgumentException unreadable) {
            throw RuleBroken.at("payload", "markets.error.code-missing");
        }
    }
}
