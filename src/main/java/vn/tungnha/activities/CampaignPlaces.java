package vn.tungnha.activities;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/** A campaign lies in its unit and in the communes of its teams, and belongs to these teams. */
@Component
@RequiredArgsConstructor
class CampaignPlaces implements PlaceResolver {

    private final JdbcClient jdbc;
    private final CampaignRows rows;
    private final Clock clock;

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        CampaignView campaign =
                rows.find(ActivityPlaces.key(id), Days.today(clock)).orElseThrow(() -> new NotFound("campaign", id));
        Set<Long> units = new HashSet<>(jdbc.sql("""
                        select distinct x.ancestor_id from campaign_team ct
                        join team_area s on s.team_id = ct.team_id and s.home
                        join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                        join unit_closure x on x.descendant_id = l.to_id and :today between x.valid_from and x.valid_to
                        join unit u on u.id = x.ancestor_id and u.level = 'COMMUNE'
                        where ct.campaign_id = :id""")
                .param("id", campaign.id())
                .param("today", Days.today(clock))
                .query(Long.class)
                .set());
        if (campaign.unitId() != null) {
            units.add(campaign.unitId());
        }
        return units;
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return new HashSet<>(rows.teams(ActivityPlaces.key(id)));
    }
}
