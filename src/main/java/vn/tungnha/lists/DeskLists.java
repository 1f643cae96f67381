package vn.tungnha.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;

/** All lists that modules offer, each only to those who may read it. */
@Component
public class DeskLists {

    private final Map<String, DeskList<CurrentUser>> byCode;
    private final Map<String, DeskList<CurrentUser>> byPattern;

    DeskLists(List<DeskList<CurrentUser>> lists) {
        byCode = lists.stream().collect(Collectors.toUnmodifiableMap(DeskList::code, Function.identity()));
        byPattern = lists.stream().collect(Collectors.toUnmodifiableMap(DeskList::pattern, Function.identity()));
    }

    public Collection<DeskList<CurrentUser>> all() {
        return byCode.values();
    }

    /** The list that the page of this mapping shows. */
    public Optional<DeskList<CurrentUser>> at(String pattern) {
        return Optional.ofNullable(byPattern.get(pattern));
    }

    /** @throws NotFound when there is none, or none for this reader */
    public DeskList<CurrentUser> require(String code, CurrentUser user) {
        DeskList<CurrentUser> list = byCode.get(code);
        if (list == null || !admits(list.roles(), user)) {
            throw new NotFound("list", code);
        }
        return list;
    }

    /** @throws NotFound when there is none, or none for this reader */
    public DeskEdit<CurrentUser> require(DeskList<CurrentUser> list, String edit, CurrentUser user) {
        return list.edits().stream()
                .filter(each -> each.code().equals(edit) && admits(each.roles(), user))
                .findFirst()
                .map(each -> (DeskEdit<CurrentUser>) each)
                .orElseThrow(() -> new NotFound("edit", edit));
    }

    /** Reading with the roles of the list only: what one may do with a role ends where that role's place ends. */
    public static CurrentUser reading(DeskList<CurrentUser> list, CurrentUser user) {
        return acting(list.roles(), user);
    }

    public static CurrentUser editing(DeskEdit<CurrentUser> edit, CurrentUser user) {
        return acting(edit.roles(), user);
    }

    public static boolean admits(List<String> roles, @Nullable CurrentUser user) {
        return user != null
                && (roles.isEmpty() || roles.stream().map(Role::valueOf).anyMatch(user::has));
    }

    private static CurrentUser acting(List<String> roles, CurrentUser user) {
        return roles.isEmpty()
                ? user
                : user.as(roles.stream().map(Role::valueOf).toList());
    }
}
