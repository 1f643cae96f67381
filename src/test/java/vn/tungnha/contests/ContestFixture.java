package vn.tungnha.contests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.contests.bank.QuestionCommand;
import vn.tungnha.contests.bank.QuestionKind;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.visits.FieldFixture;

/** A contest of a small ward with questions of its own: the right answers all say "đúng". */
record ContestFixture(UUID contest, UUID round, List<UUID> questions) {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    static ContestCommand command(FieldFixture field, Entrants entrants, Sides sides, boolean names, boolean phones) {
        return new ContestCommand(
                "Hội thi thử", field.ward, null, TODAY, TODAY, entrants, sides, names, false, phones, null);
    }

    /** Open, with one round that has not begun. */
    static ContestFixture open(
            Contests contests,
            ContestRounds rounds,
            RoundQuestions asks,
            QuestionBank bank,
            FieldFixture field,
            ContestCommand told,
            int questions) {
        CurrentUser officer = field.officer();
        List<UUID> asked = new ArrayList<>();
        for (int n = 0; n < questions; n++) {
            boolean several = n % 3 == 2;
            asked.add(bank.add(
                    UUID.randomUUID(),
                    new QuestionCommand(
                            field.ward,
                            "OTHER",
                            several ? QuestionKind.SEVERAL : QuestionKind.SINGLE,
                            "Câu hỏi thử số " + n + "?",
                            several ? List.of("sai", "đúng 1", "đúng 2") : List.of("sai", "đúng", "sai 2"),
                            several ? Set.of(2, 3) : Set.of(2),
                            "Giải thích của câu " + n,
                            "Sách " + n,
                            true),
                    officer));
        }
        UUID contest = contests.plan(UUID.randomUUID(), told, officer);
        UUID round = UUID.randomUUID();
        rounds.add(contest, round, new RoundCommand("Vòng thử", 30, null, 10, null, 0), officer);
        asks.choose(contest, round, asked, officer);
        contests.open(contest, officer);
        return new ContestFixture(contest, round, asked);
    }
}
