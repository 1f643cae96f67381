package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.journeys.RunningApplication;

/**
 * Places and things named in a query, a form or a body instead of the path. Which parameters there are is read from the
 * signatures of all handlers; each that may name a place stands in {@code named-places.csv} with another ward's thing.
 */
@RunningApplication
class NamedPlacesTests {

    /** Last words of names that mean a place or a thing of one; days, numbers and lists of codes are told by their types. */
    private static final Pattern MEANS_A_PLACE =
            Pattern.compile("(?i)(.*\\.)?(at|under|parent|into|target|ward|place|key|of|"
                    + "choice|sent|subject|about|guided|[a-z]*(unit|team|view|village|household|member|resident|account|visit)s?(ids?)?|"
                    + "ids?|\\*)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void knowsEveryFieldThatMayNameAPlace() throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("vn.tungnha.") && hasStrangers(handler)) {
                for (String pattern : info.getPatternValues()) {
                    info.getMethodsCondition().getMethods().forEach(method -> RequestFields.of(handler).stream()
                            .filter(field -> MEANS_A_PLACE.matcher(field).matches())
                            .forEach(field -> {
                                read.add(method + "," + pattern + "," + field);
                                if (field.endsWith(RequestFields.ANYTHING)) {
                                    open.add(method + "," + pattern + ",");
                                }
                            }));
                }
            }
        });
        Set<String> known =
                NamedPlace.all().stream().map(NamedPlace::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).containsAll(read);
        assertThat(known).allMatch(name -> read.contains(name) || open.stream().anyMatch(name::startsWith));
    }

    @Test
    @Tag("drill")
    void neitherOpensNorNamesWhatLiesElsewhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        Neighbours neighbours = new Neighbours(jdbc);
        for (NamedPlace place : NamedPlace.all()) {
            if (place.meansOne()) {
                wrong.addAll(tried(place, neighbours));
            }
        }
        neighbours.leaveNothingBehind();

        assertThat(wrong).isEmpty();
    }

    /** Nobody is a stranger to an administrator, and none needs to be known where anyone may call. */
    private static boolean hasStrangers(HandlerMethod handler) {
        AccessRule rule = AccessRule.of(handler).orElseThrow();
        return !rule.anyone() && !rule.roles().equals(Set.of(Role.ADMIN));
    }

    private List<String> tried(NamedPlace place, Neighbours neighbours) {
        AccessRule rule = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(place.pattern())
                        && entry.getKey().getMethodsCondition().getMethods().stream()
                                .anyMatch(method -> method.name().equals(place.method())))
                .map(entry -> AccessRule.of(entry.getValue()).orElseThrow())
                .findFirst()
                .orElseThrow();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Role role : Role.values()) {
            if (rule.admits(Set.of(role)) && neighbours.canAsk(role, place)) {
                asked++;
                NamedPlaceRequest request = new NamedPlaceRequest(web, logins, tokens, transactions);
                neighbours
                        .verdict(request, place, role, rule)
                        .ifPresent(it -> wrong.add(place.name() + " as " + role + it));
            }
        }
        if (asked == 0) {
            wrong.add(place.name() + " was asked by nobody");
        }
        return wrong;
    }
}
