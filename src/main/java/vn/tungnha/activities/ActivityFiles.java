package vn.tungnha.activities;

import java.net.URI;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Links, materials and photos of activities. */
@Service
@RequiredArgsConstructor
@Transactional
public class ActivityFiles {

    /** Materials of an activity, and its photos. */
    private static final int MOST = 12;

    private static final int LARGEST = 5_000_000;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_URL = 500;

    private final JdbcClient jdbc;
    private final Activities activities;
    private final ActivityAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public List<ActivityFile> of(UUID activity) {
        return jdbc.sql("""
                        select id, kind, title, url, media_type from activity_file where activity_id = ?
                        order by kind = 'PHOTO', added_at, id""").param(activity).query(ActivityFile.class).list();
    }

    @Transactional(readOnly = true)
    public ActivityFile.Content content(UUID activity, UUID file) {
        return jdbc.sql("""
                        select title, media_type, content as bytes from activity_file
                        where activity_id = :activity and id = :file and content is not null""")
                .param("activity", activity)
                .param("file", file)
                .query((row, n) -> new ActivityFile.Content(
                        row.getString("title"), row.getString("media_type"), row.getBytes("bytes")))
                .optional()
                .orElseThrow(() -> new NotFound("file", file));
    }

    public void link(UUID activity, String title, String url, CurrentUser user) {
        String address = url.strip();
        if (!isWeb(address)) {
            throw RuleBroken.at("url", "activities.error.url");
        }
        add(activity, ActivityFile.Kind.LINK, title.isBlank() ? address : title, address, null, null, user);
    }

    /** A document in one of the usual formats, told by its first bytes and not by its name. */
    public void file(UUID activity, String title, byte[] bytes, CurrentUser user) {
        requireSize(bytes);
        String type = MediaKind.document(bytes);
        if (type == null) {
            throw RuleBroken.at("file", "activities.error.file");
        }
        add(activity, ActivityFile.Kind.FILE, title, null, type, bytes, user);
    }

    /** @param consent everybody who can be recognised has agreed */
    public void photo(UUID activity, String title, byte[] bytes, boolean consent, CurrentUser user) {
        if (!consent) {
            throw RuleBroken.at("consent", "activities.error.consent");
        }
        requireSize(bytes);
        byte[] bare = Photos.bare(bytes);
        if (bare == null) {
            throw RuleBroken.at("file", "activities.error.photo");
        }
        add(activity, ActivityFile.Kind.PHOTO, title, null, "image/jpeg", bare, user);
    }

    public void remove(UUID activity, UUID file, CurrentUser user) {
        ActivityView view = activities.get(activity);
        access.requireRun(view, user);
        jdbc.sql("delete from activity_file where activity_id = :activity and id = :file")
                .param("activity", activity)
                .param("file", file)
                .update();
        audit(view, "activity.file-removed", Map.of("file", file));
    }

    private void add(
            UUID activity,
            ActivityFile.Kind kind,
            String title,
            @Nullable String url,
            @Nullable String type,
            byte @Nullable [] bytes,
            CurrentUser user) {
        ActivityView view = activities.get(activity);
        access.requireRun(view, user);
        ActivityRules.text("title", title, LONGEST_TITLE);
        boolean photo = kind == ActivityFile.Kind.PHOTO;
        long there = of(activity).stream()
                .filter(it -> (it.kind() == ActivityFile.Kind.PHOTO) == photo)
                .count();
        if (there >= MOST) {
            throw RuleBroken.at("file", "activities.error.files", MOST);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into activity_file (id, activity_id, kind, title, url, media_type, content, added_by, added_at)
                        values (:id, :activity, :kind, :title, :url, :type, :bytes, :account, :now)""")
                .param("id", id)
                .param("activity", activity)
                .param("kind", kind.name())
                .param("title", title.strip())
                .param("url", url, Types.VARCHAR)
                .param("type", type, Types.VARCHAR)
                .param("bytes", bytes, Types.BINARY)
                .param("account", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit(view, "activity.file-added", Map.of("file", id, "title", title.strip(), "kind", kind));
    }

    private static void requireSize(byte[] bytes) {
        if (bytes.length == 0) {
            throw RuleBroken.at("file", "activities.error.missing");
        }
        if (bytes.length > LARGEST) {
            throw RuleBroken.at("file", "activities.error.large", LARGEST / 1_000_000);
        }
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return address.length() <= LONGEST_URL
                    && uri.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void audit(ActivityView activity, String action, Object after) {
        events.publishEvent(
                new Audited(action, "activity", activity.id().toString(), activity.villageId(), null, after, null));
    }
}
