COPY FROM DATABASE chipwise TO copy;
