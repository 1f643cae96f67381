package vn.tungnha.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Made-up requests and suggestions in the ward of team 33, its contact, and a warning. Nobody has a telephone. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoRequests {

    private static final int WEEKDAYS = 5;
    private static final String SAID = "Dữ liệu minh họa. ";

    private final JdbcClient sql;

    void write(List<Team> teams, LocalDate today) {
        Team own = teams.stream().filter(Team::showcase).findFirst().orElseThrow();
        long ward = own.ward().communeOn(today);
        UUID leader = sql.sql("select id from account where username = 'tanchinh'")
                .query(UUID.class)
                .single();
        sql.sql("""
                        insert into ward_contact (ward_id, phone, address, hours)
                        values (:ward, '0236 000 1033', 'Trụ sở UBND phường (dữ liệu minh họa)',
                                'Thứ Hai đến Thứ Sáu, 07:30–11:30 và 13:30–17:00')""").param("ward", ward).update();
        request(
                ward,
                own,
                "VISIT",
                "Bà Nguyễn Thị Lan",
                "Kiệt 112 Hải Phòng",
                "sáng Thứ Bảy",
                SAID + "Nhờ tổ đến giúp cài lại VNeID, tôi đổi điện thoại mới.",
                today.minusDays(1),
                null,
                null);
        request(
                ward,
                null,
                "VISIT",
                "Ông Trần Văn Phú",
                "Chợ, dãy hàng rau",
                "sau 17 giờ",
                SAID + "Nhờ đặt mã QR cho quầy hàng.",
                today.minusDays(6),
                null,
                null);
        request(
                ward,
                null,
                "SUGGESTION",
                null,
                null,
                null,
                SAID + "Bàn hỗ trợ sáng Thứ Bảy nên kê thêm ghế cho người già.",
                today.minusDays(12),
                "Phường đã kê thêm 10 ghế từ Thứ Bảy tuần trước. Cảm ơn bà con đã góp ý.",
                leader);
        sql.sql("""
                        insert into scam_warning (id, unit_id, issued_on, title, words, advice, source, written_at)
                        values (gen_random_uuid(), :ward, :day, 'Giả danh công an gọi điện yêu cầu cài ứng dụng lạ',
                                'Dữ liệu minh họa. Người gọi tự xưng công an, nói phải cập nhật dữ liệu căn cước ngay, rồi gửi đường link để cài ứng dụng.',
                                'Gác máy. Không bấm link, không đọc mã OTP. Việc căn cước chỉ làm tại công an phường.',
                                'Công an phường (dữ liệu minh họa)', :at)""")
                .param("ward", ward)
                .param("day", today.minusDays(9))
                .param("at", today.minusDays(9).atTime(9, 0).atZone(Days.ZONE).toOffsetDateTime())
                .update();
    }

    private void request(
            long ward,
            @Nullable Team team,
            String kind,
            @Nullable String name,
            @Nullable String address,
            @Nullable String wanted,
            String words,
            LocalDate day,
            @Nullable String answer,
            @Nullable UUID by) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into citizen_request (id, kind, code_hash, ward_id, village_id, team_id, name, address, wanted, words,
                            may_publish, state, state_before, received_at, due_on, answer, settled_at, settled_by, public_words,
                            published_at)
                        select :id, k.code, :hash, :ward, (select village_id from team_area where team_id = :team and home
                                                            and :day between valid_from and valid_to), :team, :name, :address,
                               :wanted, :words, cast(:answer as text) is not null,
                               case when cast(:answer as text) is not null then 'ANSWERED'
                                    when cast(:team as bigint) is not null then 'ASSIGNED' else 'NEW' end,
                               case when cast(:answer as text) is null then null else 'NEW' end, :at,
                               :due, :answer,
                               case when cast(:answer as text) is null then null else :later end, :by,
                               case when cast(:answer as text) is null then null else :words end,
                               case when cast(:answer as text) is null then null else :later end
                        from request_kind k where k.code = :kind""")
                .param("id", id)
                .param("kind", kind)
                .param("hash", noOnesCode(id))
                .param("ward", ward)
                .param("team", team == null ? null : team.id(), Types.BIGINT)
                .param("name", name, Types.VARCHAR)
                .param("address", address, Types.VARCHAR)
                .param("wanted", wanted, Types.VARCHAR)
                .param("words", words)
                .param("answer", answer, Types.VARCHAR)
                .param("by", by, Types.OTHER)
                .param("day", day)
                .param("due", due(kind, day))
                .param("at", day.atTime(8, 20).atZone(Days.ZONE).toOffsetDateTime())
                .param("later", day.plusDays(3).atTime(15, 0).atZone(Days.ZONE).toOffsetDateTime())
                .update();
    }

    /** So many weekdays later, as rows of the kind say. */
    private LocalDate due(String kind, LocalDate day) {
        int days = sql.sql("select answer_days from request_kind where code = ?")
                .param(kind)
                .query(Integer.class)
                .single();
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(next -> next.getDayOfWeek().getValue() <= WEEKDAYS)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** Nobody was given a code for what nobody sent. */
    private static byte[] noOnesCode(UUID id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
