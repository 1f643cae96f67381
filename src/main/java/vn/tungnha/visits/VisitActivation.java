package vn.tungnha.visits;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What a visit did about one account of one person. */
@Embeddable
@Getter
@AllArgsConstructor
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class VisitActivation {

    private UUID residentId;
    private UUID toldAs;
    private String accountType;

    @Enumerated(EnumType.STRING)
    private Result result;

    private @Nullable String failureReason;
}
