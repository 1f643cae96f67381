package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.web.VisitFormPage.AccountPart;
import vn.tungnha.visits.web.VisitFormPage.PersonPart;

/**
 * The people of a visit form. What was told before is drawn even where it would not be asked for any more - of somebody
 * who has left the household since, about an account type switched off: what a form does not show, it would take back.
 */
@RequiredArgsConstructor
final class PersonParts {

    private final VisitForm form;
    private final Catalogue catalogue;
    private final int year;
    private final Words words;

    List<PersonPart> of(Homes.Home home, VisitFormPage.@Nullable CorrectionPart correction) {
        List<PersonPart> parts = new ArrayList<>();
        Set<UUID> left = new LinkedHashSet<>(correction == null ? Set.of() : form.persons());
        Map<UUID, String> names = correction == null ? Map.of() : correction.names();
        for (Homes.Person person : home.persons()) {
            parts.add(present(person));
            left.remove(person.id());
        }
        left.forEach(id -> parts.add(gone(id, names.getOrDefault(id, ""))));
        return parts;
    }

    private PersonPart present(Homes.Person person) {
        List<AccountPart> main = new ArrayList<>();
        List<AccountPart> more = new ArrayList<>();
        Set<String> told = form.accountTypes(person.id());
        for (AccountType type : catalogue.accountTypes()) {
            if (person.oldEnough(type, year) || told.contains(type.code())) {
                boolean holds = person.state(type.code()).holds();
                (type.onForm() ? main : more).add(account(person.id(), type, holds));
            }
        }
        formerTypes(told).forEach(type -> more.add(account(person.id(), type, false)));
        return new PersonPart(
                person.id().toString(),
                words.person(person, year),
                words.about(person, year),
                form.guided().contains(person.id().toString()),
                main,
                more);
    }

    /** Nothing new is asked of somebody who is not there. */
    private PersonPart gone(UUID id, String name) {
        Set<String> told = form.accountTypes(id);
        List<AccountPart> main = new ArrayList<>();
        catalogue.accountTypes().stream()
                .filter(type -> told.contains(type.code()))
                .forEach(type -> main.add(account(id, type, false)));
        formerTypes(told).forEach(type -> main.add(account(id, type, false)));
        return new PersonPart(
                id.toString(),
                name.isEmpty() ? words.say("visits.person.unnamed") : name,
                words.say("visits.form.gone"),
                form.guided().contains(id.toString()),
                main,
                List.of());
    }

    private List<AccountType> formerTypes(Set<String> told) {
        return told.stream()
                .flatMap(code -> catalogue.accountType(code).stream())
                .filter(type -> !type.enabled())
                .toList();
    }

    private AccountPart account(UUID id, AccountType type, boolean holds) {
        String answer = form.answer(id, type.code());
        return new AccountPart(
                "r." + id + "." + type.code(),
                "f." + id + "." + type.code(),
                type.shortName(words.locale()),
                holds && (answer.isEmpty() || answer.equals("LOST")),
                answer,
                form.reason(id, type.code()),
                type.topic(),
                type.onForm() && type.enabled());
    }
}
