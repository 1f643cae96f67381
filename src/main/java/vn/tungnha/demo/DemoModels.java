package vn.tungnha.demo;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Made-up models and faster procedures of one ward; the names of the models are those the articles tell. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoModels {

    private static final String MADE_UP = "Dữ liệu minh họa";

    private final JdbcClient sql;

    void write(List<Team> teams, LocalDate today) {
        Team own = teams.stream().filter(Team::showcase).findFirst().orElseThrow();
        long ward = own.ward().communeOn(today);
        UUID market = model(
                own.village().id(),
                "MARKET_4_0",
                "Chợ 4.0 Tân Chính",
                "Tổ công nghệ số cộng đồng",
                true,
                null,
                today.minusDays(200));
        model(
                ward,
                "DIGITAL_NEIGHBOURHOOD",
                "Khu dân cư công nghệ số",
                "Mặt trận Tổ quốc phường",
                true,
                null,
                today.minusDays(320));
        model(
                ward,
                "MOBILE_HELP",
                "Tổ hỗ trợ công dân lưu động",
                "Bộ phận Một cửa phường",
                true,
                null,
                today.minusDays(150));
        model(
                ward,
                "MARKET_4_0",
                "Tuyến phố không tiền mặt",
                "Hội Liên hiệp Phụ nữ phường",
                true,
                market,
                today.minusDays(60));
        model(ward, "OTHER", "Ngôi nhà xanh", "Hội Cựu chiến binh phường", false, null, today.minusDays(400));
        sql.sql("""
                        insert into model_review (id, model_id, year, score, words, reviewer, reviewed_at)
                        values (gen_random_uuid(), :model, :year, 88, 'Làm tốt, nên nhân rộng', 'Ban Chỉ đạo chuyển đổi số phường (minh họa)', :at)""")
                .param("model", market)
                .param("year", today.getYear())
                .param("at", today.minusDays(10).atStartOfDay(Days.ZONE).toOffsetDateTime())
                .update();
        sql.sql("""
                        insert into faster_procedure (id, unit_id, year, field, name, audience, legal_days, actual_days, dossiers, source, created_at)
                        select gen_random_uuid(), :unit, :year, p.field, p.name, p.audience, p.legal, p.actual, p.dossiers, :source, now()
                        from (values ('Hộ tịch', 'Đăng ký khai sinh (minh họa)', 'CITIZEN', 2, 1, 210),
                                     ('Hộ tịch', 'Cấp giấy xác nhận tình trạng hôn nhân (minh họa)', 'CITIZEN', 3, 1.5, 140),
                                     ('Đăng ký kinh doanh', 'Đăng ký hộ kinh doanh (minh họa)', 'BUSINESS', 3, 2, 65))
                            p (field, name, audience, legal, actual, dossiers)""")
                .param("unit", ward)
                .param("year", today.getYear())
                .param("source", MADE_UP)
                .update();
    }

    private UUID model(
            long unit,
            String kind,
            String name,
            String owner,
            boolean digital,
            @Nullable UUID from,
            LocalDate founded) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into community_model (id, kind, name, owner, unit_id, founded_on, digital, summary, copied_from, created_at)
                        values (:id, :kind, :name, :owner, :unit, :founded, :digital, :summary, :from, :at)""")
                .param("id", id)
                .param("kind", kind)
                .param("name", name)
                .param("owner", owner)
                .param("unit", unit)
                .param("founded", founded)
                .param("digital", digital)
                .param(
                        "summary",
                        MADE_UP + ": mỗi tuần một buổi, từng nhóm nhỏ, làm được ngay trên điện thoại của mình.")
                .param("from", from, Types.OTHER)
                .param("at", founded.atStartOfDay(Days.ZONE).toOffsetDateTime())
                .update();
        return id;
    }
}
