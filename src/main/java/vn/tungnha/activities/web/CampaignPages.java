package vn.tungnha.activities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.activities.ActivityLog;
import vn.tungnha.activities.CampaignProgress;
import vn.tungnha.activities.CampaignView;
import vn.tungnha.activities.Campaigns;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The pages of campaigns. */
@Component
@RequiredArgsConstructor
class CampaignPages {

    private static final int MOST_PLACES = 400;
    private static final int LINES = 50;

    private final Campaigns campaigns;
    private final CampaignProgress progress;
    private final ActivityLog log;
    private final Teams teams;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    /** One that the caller runs. */
    CampaignView run(UUID id, CurrentUser user) {
        CampaignView campaign = campaigns.get(id);
        if (!campaigns.mayRun(campaign, user)) {
            throw new OutOfScope("campaign", id);
        }
        return campaign;
    }

    String list(CurrentUser user, Locale locale, Model model) {
        ActivityWords words = new ActivityWords(messages, locale);
        LocalDate today = Days.today(clock);
        model.addAttribute(
                "rows",
                campaigns.list(user).stream().map(it -> row(it, today, words)).toList());
        model.addAttribute("mayPlan", ActivityPages.mayPlan(user));
        return "activities/campaigns";
    }

    /** With the lines of one page of it. */
    String show(UUID id, int p, CurrentUser user, Locale locale, Model model) {
        CampaignPage page = page(id, user, locale);
        Paging paging = new Paging(p, LINES);
        PageOf<CampaignPage.Line> lines = PageOf.of(
                page.lines().stream().skip(paging.offset()).limit(paging.size()).toList(),
                paging,
                page.lines().size());
        model.addAttribute("page", page);
        model.addAttribute("lines", lines);
        model.addAttribute("pages", Pages.of(lines, "/activities/campaigns/" + id, Vn.in(locale)));
        return "activities/campaign";
    }

    /** All of it, to be printed. */
    String summary(UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", page(id, user, locale));
        return "activities/summary";
    }

    private CampaignPage page(UUID id, CurrentUser user, Locale locale) {
        ActivityWords words = new ActivityWords(messages, locale);
        CampaignView campaign = campaigns.get(id);
        return CampaignPage.of(
                campaign,
                progress.of(campaign, user),
                counted(campaign.indicator(), words),
                campaigns.mayRun(campaign, user),
                campaign.lastDay().isBefore(Days.today(clock)),
                log.ofCampaign(id, user),
                words);
    }

    String form(@Nullable CampaignView campaign, CurrentUser user, Locale locale, Model model) {
        ActivityWords words = new ActivityWords(messages, locale);
        model.addAttribute("campaign", campaign);
        model.addAttribute("places", campaign == null ? places(user, words) : List.of());
        List<Choice> indicators =
                new ArrayList<>(List.of(new Choice("", words.say("activities.campaign.counts-activities"))));
        campaigns.countable().forEach(it -> indicators.add(new Choice(it.code(), name(it, locale))));
        model.addAttribute("indicators", indicators);
        return "activities/campaign-form";
    }

    private String counted(@Nullable String indicator, ActivityWords words) {
        return campaigns.countable().stream()
                .filter(it -> it.code().equals(indicator))
                .map(it -> name(it, words.locale()))
                .findFirst()
                .orElseGet(() -> words.say("activities.campaign.counts-activities"));
    }

    private static String name(IndicatorDefinition indicator, Locale locale) {
        return "en".equals(locale.getLanguage()) ? indicator.nameEn() : indicator.nameVi();
    }

    /** One's own places, the wards under them, and the teams of a ward or one's own. */
    private List<Choice> places(CurrentUser user, ActivityWords words) {
        LocalDate today = Days.today(clock);
        List<Choice> choices = new ArrayList<>();
        if (user.scope().everything()) {
            units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, 100))
                    .items()
                    .forEach(it -> choices.add(new Choice("unit:" + it.id(), it.fullName())));
        } else if (!ActivityForms.fieldOnly(user)) {
            for (UnitView root :
                    units.all(user.scope().roots(Data.FIGURES), today).values()) {
                if (root.level() != UnitLevel.VILLAGE) {
                    choices.add(new Choice("unit:" + root.id(), root.fullName()));
                }
                if (root.level() != UnitLevel.COMMUNE && root.level() != UnitLevel.VILLAGE) {
                    units.under(root.id(), UnitLevel.COMMUNE, today).stream()
                            .sorted(Comparator.comparing(UnitView::name))
                            .limit(MOST_PLACES)
                            .forEach(ward -> choices.add(new Choice("unit:" + ward.id(), ward.fullName())));
                }
            }
        }
        if (user.has(Role.TEAM_LEADER, Role.WARD_OFFICER, Role.WARD_LEADER)) {
            teams.list(TeamQuery.all(today), user, new Paging(0, MOST_PLACES))
                    .items()
                    .forEach(team -> choices.add(new Choice("team:" + team.id(), team.name())));
        }
        return choices.stream().distinct().toList();
    }

    private static Row row(CampaignView it, LocalDate today, ActivityWords words) {
        boolean over = it.closed() || it.lastDay().isBefore(today);
        boolean coming = it.firstDay().isAfter(today);
        String state = it.closed() ? "closed" : over ? "over" : coming ? "coming" : "running";
        return new Row(
                "/activities/campaigns/" + it.id(),
                it.name(),
                String.valueOf(it.unitName() == null ? it.teamName() : it.unitName()),
                words.say(
                        "activities.span",
                        words.vn().day(it.firstDay()),
                        words.vn().day(it.lastDay())),
                it.goal() == null
                        ? ""
                        : words.say("activities.campaign.goal-of", words.vn().number(it.goal())),
                state.equals("running")
                        ? "good"
                        : state.equals("over") ? "near" : state.equals("coming") ? "info" : "none",
                words.say("activities.campaign.state." + state));
    }

    record Row(String url, String name, String place, String days, String goal, String level, String state) {}
}
