package vn.tungnha.identity.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;

/** Sends fields to an address as somebody, as a form or as JSON, and takes back whatever that has changed. */
record NamedPlaceRequest(MockMvcTester web, Logins logins, ApiTokens tokens, TransactionTemplate transactions) {

    private static final Set<String> LISTS = Set.of("memberIds", "guided", "ids", "topics");

    record Answer(int status, String body) {}

    Answer send(String method, String path, Map<String, String> fields, UUID account) {
        return transactions.execute(all -> {
            all.setRollbackOnly();
            return exchange(HttpMethod.valueOf(method), path, fields, account);
        });
    }

    private Answer exchange(HttpMethod method, String path, Map<String, String> fields, UUID account) {
        boolean api = path.startsWith("/api/");
        boolean json = !method.equals(HttpMethod.GET) && (api || path.startsWith("/field/sync/"));
        var request = web.method(method).uri(path);
        if (api) {
            request = request.header(
                    "Authorization", "Bearer " + tokens.issue(account).token());
        } else {
            request = request.with(authentication(TestAccounts.signedIn(logins, account)))
                    .with(csrf());
        }
        if (json) {
            request = request.contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared().writeValueAsString(tree(fields)));
        } else {
            for (var field : fields.entrySet()) {
                request = request.param(field.getKey(), field.getValue());
            }
        }
        var response = request.exchange().getResponse();
        return new Answer(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** {@code a.b} is a part of {@code a}, {@code a[0].b} a part of its first. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Map<String, String> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Map<String, Object> at = tree;
            String[] parts = name.split("\\.");
            for (int i = 0; i < parts.length - 1; i++) {
                boolean list = parts[i].endsWith("[0]");
                String part = parts[i].replace("[0]", "");
                Object below = at.computeIfAbsent(
                        part, fresh -> list ? java.util.List.of(new LinkedHashMap<>()) : new LinkedHashMap<>());
                at = (Map<String, Object>) (list ? ((java.util.List<?>) below).get(0) : below);
            }
            String last = parts[parts.length - 1];
            at.put(last, LISTS.contains(last) ? java.util.List.of(value) : value);
        });
        return tree;
    }
}
