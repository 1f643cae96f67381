package vn.tungnha.demo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens behind the door: accounts asked about, activated, failed; topics; who was guided. */
final class Talk {

    private static final List<String> HOUSEHOLD =
            List.of("E_ID_L2", "NATIONAL_PORTAL", "E_PAYMENT", "DIGITAL_SIGNATURE", "CITIZEN_APP");
    private static final List<String> LATER = List.of(
            "E_ID_L2",
            "DIGITAL_SIGNATURE",
            "E_PAYMENT",
            "CITIZEN_APP",
            "NATIONAL_PORTAL",
            "E_HEALTH",
            "SOCIAL_INSURANCE",
            "DIGITAL_LITERACY");
    private static final List<String> TRADER = List.of("QR_PAYMENT", "E_PAYMENT", "E_INVOICE", "E_COMMERCE");
    /** How often each of these is asked about when somebody opens for the first time. */
    private static final double[] FIRST_ASKED = {0.97, 0.62, 0.80, 0.45, 0.50};

    /** So many people and things are thought of before one goes on. */
    private static final int DRAWS = 5;

    private final AccountTypes types;
    private final Weighted topics = Weighted.of(ReferenceFile.rows("demo/topics.txt"));
    private final Weighted failures = Weighted.of(ReferenceFile.rows("demo/failures.txt"));

    Talk(AccountTypes types) {
        this.types = types;
    }

    void hold(LoggedVisit visit, boolean first, Dice dice) {
        int year = visit.getVisitedAt().getYear();
        List<Person> present = visit.getHome().people().stream()
                .filter(person -> person.livesHereOn(visit.getVisitedAt().toLocalDate()))
                .filter(person -> person.ageIn(year) >= 14)
                .toList();
        if (present.isEmpty()) {
            return;
        }
        if (first) {
            getToKnow(visit, present, year, dice);
        } else {
            help(visit, present, year, dice);
        }
        while (visit.getTopics().size() > 3) {
            visit.getTopics().remove(visit.getTopics().iterator().next());
        }
        if (visit.getTopics().isEmpty() || dice.chance(0.35)) {
            visit.getTopics().add(topics.pick(dice));
        }
        if (visit.getGuided().isEmpty()) {
            visit.getGuided().add(dice.of(present).getId());
        }
        if (dice.chance(0.06)) {
            visit.setGuidedUnnamed(dice.between(1, 2));
        }
    }

    /** The first time somebody opens, the team asks what each person already has. */
    private void getToKnow(LoggedVisit visit, List<Person> present, int year, Dice dice) {
        List<String> asked = visit.getHome().trader() ? TRADER : HOUSEHOLD;
        for (Person person : present) {
            for (int i = 0; i < asked.size(); i++) {
                int type = types.indexOf(asked.get(i));
                if (types.fits(type, person, year) && dice.chance(FIRST_ASKED[i])) {
                    ask(visit, person, type, 0.45, dice);
                }
            }
        }
        visit.setNotice(dice.chance(0.7) ? "VERBAL" : "PAPER");
    }

    /** Later visits work on what is missing, one or two things at a time. */
    private void help(LoggedVisit visit, List<Person> present, int year, Dice dice) {
        List<String> offered = visit.getHome().trader() ? TRADER : LATER;
        int wanted = dice.chance(0.6) ? 2 : 1;
        for (int draw = 0; draw < DRAWS && wanted > 0; draw++) {
            Person person = dice.of(present);
            int type = types.indexOf(offered.get(Math.min(dice.below(offered.size()), dice.below(offered.size()))));
            if (!types.fits(type, person, year) || already(visit, person, type)) {
                continue;
            }
            if (!person.getHolds()[type]) {
                ask(visit, person, type, 1, dice);
                wanted--;
            } else if (dice.chance(0.08)) {
                boolean lost = dice.chance(0.05);
                person.getHolds()[type] = !lost;
                add(visit, person, type, lost ? "LOST" : "USED", null);
                wanted--;
            }
        }
    }

    private void ask(LoggedVisit visit, Person person, int type, double effort, Dice dice) {
        boolean had = person.getBefore()[type] && !person.getAsked()[type];
        boolean works = dice.chance(types.success(type, person.getBirthYear()) * effort);
        person.getAsked()[type] = true;
        if (had) {
            add(visit, person, type, "ALREADY_ACTIVE", null);
        } else if (works) {
            add(visit, person, type, "ACTIVATED", null);
            visit.getGuided().add(person.getId());
        } else if (dice.chance(0.4 * effort)) {
            add(visit, person, type, "FAILED", failures.pick(dice));
            visit.getGuided().add(person.getId());
        } else {
            add(visit, person, type, dice.chance(0.06) ? "ISSUED" : "NOT_YET", null);
        }
        person.getHolds()[type] |= had || works;
    }

    private void add(LoggedVisit visit, Person person, int type, String result, @Nullable String why) {
        visit.getAsked().add(new LoggedVisit.Asked(person.getId(), types.code(type), result, why));
        if (!result.equals("ALREADY_ACTIVE") && !result.equals("NOT_YET")) {
            visit.getTopics().add(types.topic(type));
        }
    }

    private boolean already(LoggedVisit visit, Person person, int type) {
        UUID id = person.getId();
        return visit.getAsked().stream()
                .anyMatch(asked ->
                        asked.residentId().equals(id) && asked.accountType().equals(types.code(type)));
    }
}
