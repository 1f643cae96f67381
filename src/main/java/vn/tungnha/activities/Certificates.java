package vn.tungnha.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Confirms on paper that somebody was at an activity. Always in Vietnamese, in the form papers have. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Certificates {

    private static final Vn VN = Vn.vi();

    private final Activities activities;
    private final ActivityPeople people;
    private final ActivityAccess access;
    private final PaperPrinter printer;
    private final Clock clock;

    /** For whoever runs it, of anybody he or she may name. */
    public byte[] pdf(UUID activity, UUID person, CurrentUser user) {
        ActivityView view = activities.get(activity);
        access.requireRun(view, user);
        return people.of(activity, user).stream()
                .filter(it -> it.id().equals(person) && it.name() != null)
                .findFirst()
                .map(it -> printed(view, it))
                .orElseThrow(() -> new NotFound("person", person));
    }

    /** One's own. */
    public byte[] own(UUID activity, CurrentUser user) {
        ActivityView view = activities.get(activity);
        UUID member = people.memberOf(user.accountId(), activity)
                .orElseThrow(() -> new RuleBroken("activities.error.not-there"));
        return people.of(activity, user).stream()
                .filter(it -> member.equals(it.member()))
                .findFirst()
                .map(it -> printed(view, it))
                .orElseThrow(() -> new RuleBroken("activities.error.not-there"));
    }

    private byte[] printed(ActivityView activity, ActivityPerson person) {
        if (!activity.held() || !person.present()) {
            throw new RuleBroken("activities.error.not-there");
        }
        return printer.print(paper(activity, person), "pdf");
    }

    Paper paper(ActivityView activity, ActivityPerson person) {
        String hours = "từ " + VN.time(activity.startsAt()) + " đến " + VN.time(activity.endsAt()) + ", "
                + VN.weekdayAndDay(activity.day());
        List<Block> body = new ArrayList<>();
        body.add(new Block.Text(activity.team() + " xác nhận:", false));
        body.add(new Block.Text("Ông/Bà: " + person.name(), false));
        if (person.birthYear() != null) {
            body.add(new Block.Text("Năm sinh: " + person.birthYear(), false));
        }
        if (person.member() != null && person.place() != null) {
            body.add(new Block.Text("Thành viên: " + person.place(), false));
        }
        body.add(new Block.Text(
                (person.onDuty() ? "Đã trực, phục vụ " : "Đã tham dự ")
                        + activity.kindVi().substring(0, 1).toLowerCase(Locale.ROOT)
                        + activity.kindVi().substring(1) + " “" + activity.title() + "”, " + hours + ", tại "
                        + activity.place() + ".",
                false));
        if (activity.trains() && !person.onDuty()) {
            body.add(new Block.Text("Ông/Bà đã hoàn thành nội dung tập huấn của buổi nói trên.", false));
        }
        String commune = activity.commune() == null ? "" : activity.commune();
        return new Paper(
                commune.isEmpty() ? List.of() : List.of("ỦY BAN NHÂN DÂN", commune.toUpperCase(Locale.ROOT)),
                List.of(activity.team().toUpperCase(Locale.ROOT)),
                null,
                (commune.isEmpty() ? "" : commune + ", ") + day(Days.today(clock)),
                "GIẤY XÁC NHẬN",
                List.of("Tham dự hoạt động chuyển đổi số cộng đồng"),
                null,
                body,
                "",
                List.of(),
                List.of("TỔ TRƯỞNG"),
                List.of());
    }

    /** "ngày 05 tháng 02 năm 2026": days below ten and the first two months bear a nought. */
    static String day(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }
}
