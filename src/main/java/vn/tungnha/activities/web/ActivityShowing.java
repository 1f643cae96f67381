package vn.tungnha.activities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.activities.ActivityDesks;
import vn.tungnha.activities.ActivityFile;
import vn.tungnha.activities.ActivityFiles;
import vn.tungnha.activities.ActivityPerson;
import vn.tungnha.activities.ActivityState;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Makes the page of one activity from what is known of it. */
@Component
@RequiredArgsConstructor
class ActivityShowing {

    private final ActivityFiles files;
    private final ActivityDesks desks;
    private final Teams teams;

    ActivityPage page(
            ActivityView activity,
            List<ActivityPerson> people,
            boolean runs,
            boolean begun,
            LocalDate today,
            ActivityWords words) {
        List<ActivityFile> all = files.of(activity.id());
        return new ActivityPage(
                activity.id().toString(),
                activity.version(),
                ActivityCard.of(activity, "/activities/", words),
                activity.village(),
                facts(activity, words),
                stats(activity, people, words),
                runs,
                activity.state() == ActivityState.PLANNED,
                activity.held(),
                activity.cancelled(),
                activity.cancelReason(),
                begun,
                activity.desk(),
                activity.signUp(),
                activity.day().equals(today) ? "LIST" : "PAPER",
                people.stream().map(one -> person(activity, one, runs, words)).toList(),
                runs && !activity.cancelled() ? groups(activity, people) : List.of(),
                seats(activity, words),
                desks.of(activity).stream()
                        .map(desk -> new ActivityPage.Line(
                                desk.name() + " · " + desk.team(),
                                words.say(
                                        "activities.desk.line",
                                        words.vn().number(desk.persons()),
                                        words.vn().number(desk.turns()))))
                        .toList(),
                materials(activity, all, false),
                materials(activity, all, true),
                activity.results(),
                number(activity.others()),
                number(activity.happy()),
                number(activity.neutral()),
                number(activity.unhappy()));
    }

    private static List<Choice> facts(ActivityView activity, ActivityWords words) {
        List<Choice> facts = new ArrayList<>();
        facts.add(new Choice(words.say("activities.kind"), words.kind(activity)));
        facts.add(new Choice(
                words.say("activities.when"), words.vn().weekdayAndDay(activity.day()) + ", " + words.hours(activity)));
        facts.add(new Choice(words.say("activities.place"), activity.place()));
        facts.add(new Choice(words.say("activities.team"), activity.team()));
        String where = activity.commune() == null ? activity.village() : activity.village() + ", " + activity.commune();
        facts.add(new Choice(words.say("activities.village"), where));
        if (activity.campaignName() != null) {
            facts.add(new Choice(words.say("activities.campaign"), activity.campaignName()));
        }
        return facts;
    }

    /** Named and counted heads side by side, each under its own name. */
    private static List<Stat> stats(ActivityView activity, List<ActivityPerson> people, ActivityWords words) {
        Vn vn = words.vn();
        long duty = people.stream().filter(it -> it.onDuty() && it.present()).count();
        List<Stat> stats = new ArrayList<>(List.of(
                new Stat(vn.fraction(duty, activity.onDuty()), words.say("activities.stat.duty"), null),
                new Stat(
                        vn.fraction(activity.present(), activity.named()),
                        words.say("activities.stat.present"),
                        words.say("activities.stat.present.note"))));
        if (!activity.desk() || activity.others() != null) {
            stats.add(new Stat(
                    vn.number(activity.others()),
                    words.say("activities.stat.others"),
                    words.say("activities.stat.others.note")));
        }
        if (activity.happy() != null) {
            stats.add(new Stat(
                    vn.number(activity.happy()) + " / " + vn.number(activity.neutral()) + " / "
                            + vn.number(activity.unhappy()),
                    words.say("activities.stat.faces"),
                    words.say("activities.stat.faces.note")));
        }
        return stats;
    }

    private static ActivityPage.Person person(
            ActivityView activity, ActivityPerson one, boolean runs, ActivityWords words) {
        String name = one.name() != null
                ? one.name()
                : words.say(one.shown() ? "activities.person.unnamed" : "activities.person.hidden");
        List<String> note = new ArrayList<>();
        if (one.birthYear() != null) {
            note.add(String.valueOf(one.birthYear()));
        }
        if (one.place() != null) {
            note.add(one.place());
        }
        if (one.how() != null) {
            note.add(words.say("activities.how." + one.how(), words.vn().moment(one.presentAt())));
        }
        boolean paper = runs && activity.held() && one.present() && one.name() != null;
        return new ActivityPage.Person(
                one.id().toString(),
                name,
                note.isEmpty() ? null : String.join(" · ", note),
                one.onDuty(),
                one.present(),
                paper ? "/activities/" + activity.id() + "/people/" + one.id() + "/certificate.pdf" : null);
    }

    private List<ActivityPage.Group> groups(ActivityView activity, List<ActivityPerson> people) {
        Map<UUID, ActivityPerson> listed = people.stream()
                .filter(one -> one.member() != null)
                .collect(Collectors.toMap(ActivityPerson::member, Function.identity()));
        Set<Long> ids = new TreeSet<>(activity.invited());
        ids.add(activity.teamId());
        Map<Long, List<MemberView>> members =
                teams.membersOf(ids, activity.day()).stream().collect(Collectors.groupingBy(MemberView::teamId));
        return teams.all(ids, activity.day()).stream()
                .sorted(Comparator.comparing((TeamView team) -> team.id() != activity.teamId()))
                .map(team -> new ActivityPage.Group(
                        team.name(),
                        members.getOrDefault(team.id(), List.of()).stream()
                                .map(member -> member(member, listed.get(member.id())))
                                .toList()))
                .toList();
    }

    private static ActivityPage.Member member(MemberView member, @Nullable ActivityPerson listed) {
        return new ActivityPage.Member(
                member.id().toString(), member.name(), listed != null && listed.onDuty(), listed != null);
    }

    private static @Nullable String seats(ActivityView activity, ActivityWords words) {
        return activity.capacity() == null
                ? null
                : words.say(
                        "activities.seats",
                        words.vn().number(Math.max(0, activity.capacity() - activity.named())),
                        words.vn().number(activity.capacity()));
    }

    private static List<ActivityPage.Material> materials(
            ActivityView activity, List<ActivityFile> files, boolean photos) {
        return files.stream()
                .filter(file -> (file.kind() == ActivityFile.Kind.PHOTO) == photos)
                .map(file -> new ActivityPage.Material(
                        file.id().toString(),
                        file.title(),
                        file.url() == null ? "/activities/" + activity.id() + "/files/" + file.id() : file.url(),
                        file.url() != null))
                .toList();
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
