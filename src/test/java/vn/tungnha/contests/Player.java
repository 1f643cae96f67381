package vn.tungnha.contests;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A browser without script that knows nothing but the pages of one contest. */
final class Player {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(round|question)\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern OPTION = Pattern.compile(
            "name=\"picked\" type=\"(?:radio|checkbox)\" value=\"(\\d)\">.*?<span class=\"grow\">(.*?)</span>",
            Pattern.DOTALL);

    private final MockMvcTester mvc;
    private final String address;
    private final @Nullable RequestPostProcessor account;
    private @Nullable Cookie cookie;

    Player(MockMvcTester mvc, String code, @Nullable RequestPostProcessor account) {
        this.mvc = mvc;
        this.address = "/public/contests/" + code;
        this.account = account;
    }

    MvcTestResult get() {
        var request = mvc.get().uri(address);
        if (cookie != null) {
            request = request.cookie(cookie);
        }
        if (account != null) {
            request = request.with(account);
        }
        MvcTestResult result = request.exchange();
        Cookie given = result.getResponse().getCookie("thi");
        if (given != null) {
            cookie = given;
        }
        return result;
    }

    String page() {
        try {
            return get().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MvcTestResult post(String action, Object... fields) {
        var request = mvc.post().uri(address + "/" + action).with(csrf());
        if (cookie != null) {
            request = request.cookie(cookie);
        }
        if (account != null) {
            request = request.with(account);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }

    MvcTestResult enter(Object... fields) {
        get();
        return post("entry", fields);
    }

    /** Answers the question that is open with all options that bear one of these texts. */
    MvcTestResult answer(String page, List<String> texts) {
        List<Object> fields =
                new ArrayList<>(List.of("round", hidden(page, "round"), "question", hidden(page, "question")));
        Matcher option = OPTION.matcher(page);
        while (option.find()) {
            if (texts.contains(option.group(2))) {
                fields.add("picked");
                fields.add(option.group(1));
            }
        }
        return post("answers", fields.toArray());
    }

    static String hidden(String page, String name) {
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            if (hidden.group(1).equals(name)) {
                return hidden.group(2);
            }
        }
        throw new IllegalStateException("no " + name + " on\n" + page);
    }
}
