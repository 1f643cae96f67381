package vn.tungnha.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The phone's modules by themselves, without the application behind them. */
final class PhoneModules {

    private static final String PLACE = "http://phone.test";

    private PhoneModules() {}

    static Page serve(BrowserContext context) {
        context.route(PLACE + "/**", PhoneModules::answer);
        Page page = context.newPage();
        page.navigate(PLACE + "/");
        return page;
    }

    private static void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (!path.endsWith(".js")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!DOCTYPE html>"));
            return;
        }
        try (InputStream module = PhoneModules.class.getResourceAsStream("/static" + path)) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(module == null ? "" : new String(module.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
