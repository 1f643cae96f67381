package vn.tungnha.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team as everybody may see it.
 *
 * @param ward code of its ward
 * @param leader named in the decision that founded the team
 * @param phones of members who agreed
 * @param chat address of the group in which the team talks with its people
 */
public record PublicTeam(
        long id,
        String name,
        String ward,
        String wardName,
        List<Village> villages,
        @Nullable String leader,
        @Nullable String responsible,
        @Nullable String chat,
        List<Phone> phones) {

    public record Village(long id, String code, String name) {}

    public record Phone(String name, boolean leads, String number) {}
}
