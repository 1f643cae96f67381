package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.tungnha.shared.Vn;

/** The product's main job from one end to the other, as three people do it. */
class MainJobTests extends Journey {

    private static final String WARD = "20209";
    private static final String AREA = "KV-THANH-KHE?indicator=E_ID_L2_ACTIVATED";
    private static final String E_ID = "E_ID_L2_ACTIVATED";
    private static final int TYPICAL_VISIT = 6;

    @Test
    void carriesAVisitFromTheDoorToTheDashboardsAtOnce() {
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Visitor district = signedIn("thanhkhe", Device.DESKTOP);
        var wardBefore = DashboardPage.open(official, WARD).tile(E_ID);
        var areaBefore = DashboardPage.open(district, AREA).ranked(WARD);

        TeamForm form = TeamForm.open(official);
        String team = form.establish("Tổ 501", 501, today());
        form.addLeader("Đặng Văn Thử", "0905111501", today());
        var first = form.openAccount("Đặng Văn Thử");

        Visitor leader = visitor(Device.PHONE);
        LoginPage login = LoginPage.open(leader);
        login.signIn(first.username(), first.password());
        login.changeFirstPassword(first.password(), "ngõ nhỏ phố nhỏ 26");
        TodayPage.open(leader).addHousehold().add("Kiệt 5 Hải Phòng", "12", "Ngô Thị Thử", 1980);
        leader.takeTaps();
        double seconds = Measured.seconds(() -> TodayPage.open(leader)
                .logNext()
                .outcome("MET")
                .answer("E_ID_L2", "ACTIVATED")
                .save()
                .sent());
        Measured.write(
                "a typical visit from the day's page to the receipt, a tap as soon as it can be", seconds, today());

        assertThat(leader.takeTaps()).isLessThanOrEqualTo(TYPICAL_VISIT);
        // the denominator is the population the ward has entered: a new name in the register does not change it
        assertThat(DashboardPage.open(official, WARD).tile(E_ID)).isEqualTo(wardBefore.plus(1, 0));
        assertThat(DashboardPage.open(official, WARD).team(team))
                .containsText(Vn.vi().day(today()));
        assertThat(DashboardPage.open(district, AREA).ranked(WARD)).isEqualTo(areaBefore.plus(1, 0));
    }
}
