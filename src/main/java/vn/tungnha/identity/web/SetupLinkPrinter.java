package vn.tungnha.identity.web;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.FirstAdministrator;

/** Prints the one-time link while nobody can log in yet. */
@Component
@Profile("!demo")
@RequiredArgsConstructor
@Slf4j
class SetupLinkPrinter {

    private final FirstAdministrator first;

    @EventListener
    void print(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && first.isMissing()) {
            boolean https = web.getEnvironment().containsProperty("server.ssl.bundle")
                    || web.getEnvironment().containsProperty("server.ssl.key-store")
                    || web.getEnvironment().containsProperty("server.ssl.certificate");
            log.warn(
                    "No administrator yet. Open this link within 24 hours: {}://localhost:{}{}/setup/{}",
                    https ? "https" : "http",
                    web.getWebServer().getPort(),
                    web.getEnvironment().getProperty("server.servlet.context-path", ""),
                    first.link());
        }
    }
}
