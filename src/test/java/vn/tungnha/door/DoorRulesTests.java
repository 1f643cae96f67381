package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tungnha.gateway.Allowances;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;
import vn.tungnha.shared.SecretKeyFile;

/** The small rules of the door, without any application. */
class DoorRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final long WARD = 7;

    private final Seals keys =
            new Seals(new SecretKeyFile("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", Path.of(".")));

    @Test
    void countsWorkingDaysPastWeekendsAndHolidays() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(WorkingDays.after(friday, 1, Set.of())).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(WorkingDays.after(friday, 3, Set.of(LocalDate.of(2026, 11, 24))))
                .isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 22), 1, Set.of())).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void tellsAFormOfOursFromHastyOldAndMadeUpOnes() {
        String token = tokens(NOW).issue();
        assertThat(tokens(NOW.plus(FormTokens.LEAST)).read(token).verdict()).isEqualTo(FormTokens.Verdict.GOOD);
        assertThat(tokens(NOW.plusSeconds(1)).read(token).verdict()).isEqualTo(FormTokens.Verdict.HASTY);
        assertThat(tokens(NOW.plus(FormTokens.MOST).plusMillis(1)).read(token).verdict())
                .isEqualTo(FormTokens.Verdict.STRANGE);
        String other = UUID.randomUUID() + token.substring(36);
        String later = token.replace(
                String.valueOf(NOW.toEpochMilli()),
                String.valueOf(NOW.minusSeconds(60).toEpochMilli()));
        for (String strange : new String[] {null, "", "x", other, later, token + "A"}) {
            assertThat(tokens(NOW.plusSeconds(60)).read(strange).verdict())
                    .as(String.valueOf(strange))
                    .isEqualTo(FormTokens.Verdict.STRANGE);
        }
    }

    @Test
    void givesEachRequestItsOwnCodeThatCanBeReadOut() {
        FollowUpCodes codes = new FollowUpCodes(keys);
        Set<String> made = new HashSet<>();
        for (int n = 0; n < 2000; n++) {
            made.add(codes.of(UUID.randomUUID()));
        }
        assertThat(made).hasSize(2000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{13}"));
        // all 32 signs at every place, or the code is shorter than it looks
        for (int at = 0; at < 13; at++) {
            int place = at;
            assertThat(made.stream().map(code -> code.charAt(place)).collect(Collectors.toSet()))
                    .hasSize(32);
        }
        UUID request = UUID.randomUUID();
        String code = codes.of(request);
        assertThat(codes.of(request)).isEqualTo(code);
        assertThat(FollowUpCodes.read(FollowUpCodes.shown(code))).contains(code);
        assertThat(FollowUpCodes.read(" " + code.toLowerCase(Locale.ROOT) + " "))
                .contains(code);
        assertThat(FollowUpCodes.read("O1L" + "A".repeat(10))).contains("011" + "A".repeat(10));
        assertThat(FollowUpCodes.read(code + "A")).isEmpty();
        assertThat(FollowUpCodes.read("<script>alert")).isEmpty();
    }

    @Test
    void sealsTelephonesToTheirRequest() {
        RequestSecrets secrets = new RequestSecrets(keys);
        UUID request = UUID.randomUUID();
        byte[] sealed = secrets.seal(request, "0905123456");
        assertThat(secrets.open(request, sealed)).isEqualTo("0905123456");
        assertThatThrownBy(() -> secrets.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(RequestSecrets.plain("+84 905.123.456")).isEqualTo("0905123456");
        assertThatThrownBy(() -> RequestSecrets.plain("12345")).isInstanceOf(RuleBroken.class);
    }

    @Test
    void lendsOneAddressAFewFormsAMinuteAndASmallShareOfAnInbox() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Senders senders = new Senders(new Allowances(clock), clock);
        assertThat(IntStream.range(0, 100)
                        .filter(n -> senders.maySend("203.0.113.7"))
                        .count())
                .isEqualTo(Senders.FORMS_A_MINUTE);
        assertThat(senders.maySend("203.0.113.8")).isTrue();
        assertThat(IntStream.range(0, 100)
                        .filter(n -> senders.takesOneMore("203.0.113.7", WARD))
                        .count())
                .isEqualTo(Senders.FORMS_A_DAY)
                .isLessThan(WardContact.USUAL_MOST / 2);
        assertThat(senders.takesOneMore("203.0.113.7", WARD + 1)).isTrue();
    }

    /** Whoever has a network of the new kind of addresses has as many of them as there are grains of sand. */
    @Test
    void takesAWholeNetworkForOneSender() {
        assertThat(Senders.network("2001:db8:1:2::1")).isEqualTo(Senders.network("2001:db8:1:2:ffff::9"));
        assertThat(Senders.network("2001:db8:1:3::1")).isNotEqualTo(Senders.network("2001:db8:1:2::1"));
        assertThat(Senders.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void storesWordsWithoutWhatCannotBeSeen() {
        assertThat(Texts.lines(" một\u0000 hai\u202e \r\n\r\n\r\n\r\nba  bốn ")).isEqualTo("một hai \n\nba bốn");
    }

    private FormTokens tokens(Instant now) {
        return new FormTokens(keys, Clock.fixed(now, ZoneOffset.UTC));
    }
}
