package io.sluice.load.fill;

/** The people to create: {@code count} from index {@code first}, at most {@code perRequest} in one request. */
record Range(int first, int count, int perRequest) {

    int requests() {
        return (count + perRequest - 1) / perRequest;
    }

    int begin(int request) {
        return first + request * perRequest;
    }

    int end(int request) {
        return Math.min(first + count, begin(request) + perRequest);
    }
}
