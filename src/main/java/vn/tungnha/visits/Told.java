package vn.tungnha.visits;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of something told.
 *
 * @param held nothing is counted yet: why the ward, or the teller, has to decide; empty when it is booked
 * @param place full name of the commune that received it, as it was called on the visit's day; null when there was none
 * @param attention what the ward was asked to look at in a booked visit
 * @param other who else noted the household that day, where that is what the ward was asked to look at
 * @param movedTo full name of the village where the household is by now, when that is another than on the visit's day
 * @param taken fields of a correction that stay as somebody else told them meanwhile
 * @param contest what has to be chosen before a correction can be booked; null when nothing
 */
public record Told(
        Receipt receipt,
        Set<HeldReason> held,
        @Nullable String place,
        Set<Attention> attention,
        VisitView.@Nullable Other other,
        @Nullable String movedTo,
        List<VisitMerge.Field> taken,
        @Nullable Contest contest) {}
