package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Shape;
import java.util.Optional;

/** How users leave: matched, deactivated, much later deleted. Every tenth is looked at again. */
final class Leaving {

    private static final int CHECKED_EVERY = 10;

    private final Population population;
    private final World world;
    private final String deactivate = Shape.named("deactivate-user").template();

    Leaving(Population population, World world) {
        this.population = population;
        this.world = world;
    }

    Optional<Exchange> deactivate(int index) {
        String match = Requests.find("/Users", Requests.userNameIs(population.person(index)));
        Exchange check = Exchange.get("match user", match).holding(Contents.oneInactive());
        return world.user(index)
                .map(id -> Exchange.get("match user", match)
                        .holding(Contents.one())
                        .then(found -> Optional.of(Exchange.patch("deactivate user", "/Users/" + id, deactivate)
                                .holding(Contents.emptyOr("active", "false"))
                                .then(done -> isChecked(index) ? Optional.of(check) : Optional.empty()))));
    }

    Optional<Exchange> delete(int index) {
        return world.user(index).map(id -> {
            Exchange check = Exchange.get("read deleted user", "/Users/" + id).expecting(404);
            return Exchange.delete("delete user", "/Users/" + id).then(done -> {
                world.forget(index);
                return isChecked(index) ? Optional.of(check) : Optional.empty();
            });
        });
    }

    private static boolean isChecked(int index) {
        return index % CHECKED_EVERY == 0;
    }
}
