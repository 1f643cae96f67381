package vn.tungnha.units.web;

import java.time.LocalDate;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.units.VillageCommand;

/** Name of a village as typed: a number or a name of its own, and the day it holds from. */
@Getter
@Setter
class VillageForm {

    private String kind = "TDP";
    private @Nullable Integer number;
    private @Nullable String name;

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate from;

    VillageCommand creating(long communeId, LocalDate today) {
        return new VillageCommand(communeId, kind, number, name, from == null ? today : from);
    }
}
