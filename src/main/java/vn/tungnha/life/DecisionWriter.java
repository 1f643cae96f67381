package vn.tungnha.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamCatalogue;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Writes a decision in the form of Decree 30/2020/NĐ-CP from what the register knows. */
@Component
@RequiredArgsConstructor
class DecisionWriter {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern ARTICLE = Pattern.compile("(Điều \\d+\\.)\\s*(.*)");
    private static final int TWO_DIGITS_UNTIL = 2;
    private static final int NAMED = 3;

    private static final List<Block.Column> MEMBERS = List.of(
            new Block.Column("TT", 7, "center"),
            new Block.Column("Họ và tên", 27, "left"),
            new Block.Column("Nhiệm vụ trong tổ", 18, "left"),
            new Block.Column("Đại diện cơ quan, tổ chức", 28, "left"),
            new Block.Column("Điện thoại", 20, "center"));

    private final Teams teams;
    private final TeamCatalogue catalogue;
    private final Units units;
    private final DecisionForms forms;
    private final Clock clock;

    Paper write(DecisionPaper decision) {
        DecisionForm form = forms.get(decision.kind());
        LocalDate day = decision.effective();
        UnitView ward = units.get(decision.unitId(), day);
        List<TeamView> named = teams.all(decision.teamIds(), day);
        Map<Long, List<MemberView>> members =
                teams.membersOf(decision.teamIds(), day).stream().collect(Collectors.groupingBy(MemberView::teamId));
        Map<String, String> words = words(decision, ward, named, members);
        List<Block> body = new ArrayList<>();
        lines(fill(form.authority(), words)).forEach(it -> body.add(new Block.Line(it, Block.Look.CENTRE)));
        lines(fill(form.grounds(), words)).forEach(it -> body.add(new Block.Line(it, Block.Look.ITALIC)));
        body.add(new Block.Line("QUYẾT ĐỊNH:", Block.Look.CENTRE));
        lines(fill(form.articles(), words)).forEach(it -> body.add(article(it)));
        return new Paper(
                List.of(),
                List.of("ỦY BAN NHÂN DÂN", ward.fullName().toUpperCase(VIETNAMESE)),
                "Số: " + Objects.requireNonNullElse(decision.number(), "....../QĐ-UBND"),
                ward.name() + ", " + dated(decision.dated()),
                "QUYẾT ĐỊNH",
                lines(fill(form.subject(), words)),
                null,
                body,
                "",
                lines(form.recipients()),
                signers(form, decision),
                List.of(),
                annex(decision, ward, named, members));
    }

    private static List<String> signers(DecisionForm form, DecisionPaper decision) {
        List<String> signers = new ArrayList<>(lines(form.signers()));
        String signer = decision.signer();
        if (signer != null) {
            signers.add("(Đã ký)");
            signers.add(signer);
        }
        return signers;
    }

    private static Block article(String line) {
        Matcher article = ARTICLE.matcher(line);
        return article.matches() ? new Block.Article(article.group(1), article.group(2)) : new Block.Text(line, false);
    }

    private Map<String, String> words(
            DecisionPaper decision, UnitView ward, List<TeamView> named, Map<Long, List<MemberView>> members) {
        Map<String, String> words = new HashMap<>();
        words.put("đơn vị", inText(ward));
        words.put("ĐƠN VỊ", ward.fullName().toUpperCase(VIETNAMESE));
        words.put("tổ", inWords(named));
        words.put("số tổ", Vn.vi().number(named.size()));
        words.put(
                "số thành viên",
                Vn.vi().number(members.values().stream().mapToInt(List::size).sum()));
        words.put("ngày", Vn.vi().day(decision.effective()));
        words.put("lý do", decision.reason().isEmpty() ? "......" : decision.reason());
        return words;
    }

    /** Each team by its name, as long as these are few. */
    private String inWords(List<TeamView> named) {
        Map<String, String> kinds =
                catalogue.kinds(VIETNAMESE).stream().collect(Collectors.toMap(Choice::value, Choice::text));
        if (named.size() <= NAMED) {
            return named.stream()
                    .map(team -> kinds.getOrDefault(team.kind(), "Tổ") + " " + of(team))
                    .collect(Collectors.joining(", "));
        }
        List<String> all = named.stream().map(TeamView::kind).distinct().toList();
        String kind = all.size() == 1 ? kinds.getOrDefault(all.get(0), "Tổ") : "Tổ công nghệ số cộng đồng";
        return Vn.vi().number(named.size()) + " " + kind;
    }

    /** "Tổ 33" after its kind is "số 33"; other names are told whole. */
    private static String of(TeamView team) {
        return ("Tổ " + team.number()).equals(team.name()) ? "số " + team.number() : "“" + team.name() + "”";
    }

    /** "phường Thanh Khê" inside a sentence. */
    private static String inText(UnitView ward) {
        String whole = ward.fullName();
        return whole.equals(ward.name()) ? whole : whole.substring(0, 1).toLowerCase(VIETNAMESE) + whole.substring(1);
    }

    private List<Block> annex(
            DecisionPaper decision, UnitView ward, List<TeamView> named, Map<Long, List<MemberView>> members) {
        Map<String, String> organisations =
                catalogue.organisations(VIETNAMESE).stream().collect(Collectors.toMap(Choice::value, Choice::text));
        List<Block> annex = new ArrayList<>();
        annex.add(new Block.Line("DANH SÁCH THÀNH VIÊN", Block.Look.CENTRE));
        annex.add(new Block.Line(
                "(Kèm theo Quyết định số " + Objects.requireNonNullElse(decision.number(), "....../QĐ-UBND") + " "
                        + dated(decision.dated()) + " của Chủ tịch Ủy ban nhân dân " + inText(ward) + ")",
                Block.Look.ITALIC));
        for (int i = 0; i < named.size(); i++) {
            TeamView team = named.get(i);
            String area = team.villages().stream().map(TeamVillage::name).collect(Collectors.joining(", "));
            annex.add(new Block.Heading(2, (i + 1) + ". " + team.name() + " (địa bàn: " + area + ")"));
            annex.add(new Block.Grid(MEMBERS, rows(members.getOrDefault(team.id(), List.of()), organisations)));
        }
        return annex;
    }

    private static List<List<String>> rows(List<MemberView> members, Map<String, String> organisations) {
        List<List<String>> rows = new ArrayList<>();
        for (MemberView member : members) {
            String organisation = member.organisation();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    member.name(),
                    role(member.role()),
                    organisation == null ? "" : organisations.getOrDefault(organisation, organisation),
                    Objects.requireNonNullElse(member.phone(), "")));
        }
        return rows;
    }

    static String role(TeamRole role) {
        return switch (role) {
            case LEADER -> "Tổ trưởng";
            case DEPUTY -> "Tổ phó";
            case MEMBER -> "Thành viên";
        };
    }

    private String dated(@Nullable LocalDate signed) {
        LocalDate day = signed == null ? Days.today(clock) : signed;
        String month = (day.getMonthValue() <= TWO_DIGITS_UNTIL ? "0" : "") + day.getMonthValue();
        String number = signed == null ? "......" : (day.getDayOfMonth() < 10 ? "0" : "") + day.getDayOfMonth();
        return "ngày " + number + " tháng " + month + " năm " + day.getYear();
    }

    private static String fill(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
