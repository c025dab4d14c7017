/// What Locust 2.47's `UsersDispatcher` does, computed by it: for each case its workers, its classes as
/// `name,weight,fixed_count`, and moves with the users that each step leaves on each worker.
enum DispatcherFacts {
  static let text = """
    # one class, one worker, up by one and down
    workers h_0
    classes A,1,0
    ramp 3 1 pause 1.0
      h_0: A=1
      h_0: A=2
      h_0: A=3
    ramp 1 1 pause 1.0
      h_0: A=2
      h_0: A=1
    ramp 0 1 pause 1.0
      h_0: A=0

    # weights over two workers
    workers h_0 h_1
    classes A,5,0 B,1,0
    ramp 14 3 pause 1.0
      h_0: A=1 B=1; h_1: A=1 B=0
      h_0: A=2 B=1; h_1: A=3 B=0
      h_0: A=3 B=2; h_1: A=4 B=0
      h_0: A=4 B=2; h_1: A=6 B=0
      h_0: A=5 B=2; h_1: A=7 B=0
    ramp 5 4 pause 1.0
      h_0: A=3 B=2; h_1: A=5 B=0
      h_0: A=2 B=1; h_1: A=3 B=0
      h_0: A=2 B=1; h_1: A=2 B=0

    # weights that are not whole
    workers h_0 h_1 h_2
    classes Web,2.5,0 Api,0.5,0 Mobile,1,0
    ramp 24 5 pause 1.0
      h_0: Api=1 Mobile=0 Web=1; h_1: Api=0 Mobile=1 Web=1; h_2: Api=0 Mobile=0 Web=1
      h_0: Api=1 Mobile=2 Web=1; h_1: Api=0 Mobile=1 Web=2; h_2: Api=0 Mobile=0 Web=3
      h_0: Api=1 Mobile=2 Web=2; h_1: Api=0 Mobile=1 Web=4; h_2: Api=1 Mobile=1 Web=3
      h_0: Api=1 Mobile=2 Web=4; h_1: Api=1 Mobile=1 Web=5; h_2: Api=1 Mobile=2 Web=3
      h_0: Api=1 Mobile=2 Web=5; h_1: Api=1 Mobile=2 Web=5; h_2: Api=1 Mobile=2 Web=5
    ramp 7 6 pause 1.0
      h_0: Api=1 Mobile=2 Web=3; h_1: Api=0 Mobile=1 Web=5; h_2: Api=1 Mobile=2 Web=3
      h_0: Api=1 Mobile=2 Web=1; h_1: Api=0 Mobile=1 Web=3; h_2: Api=1 Mobile=0 Web=3
      h_0: Api=1 Mobile=1 Web=1; h_1: Api=0 Mobile=1 Web=1; h_2: Api=0 Mobile=0 Web=2
    ramp 15 8 pause 1.0
      h_0: Api=2 Mobile=2 Web=2; h_1: Api=0 Mobile=2 Web=3; h_2: Api=0 Mobile=0 Web=4

    # fixed counts come first
    workers h_0 h_1
    classes Admin,1,3 Guest,2,0 Bot,1,1 User,1,0
    ramp 9 2 pause 1.0
      h_0: Admin=1 Bot=0 Guest=0 User=0; h_1: Admin=0 Bot=1 Guest=0 User=0
      h_0: Admin=2 Bot=0 Guest=0 User=0; h_1: Admin=1 Bot=1 Guest=0 User=0
      h_0: Admin=2 Bot=0 Guest=1 User=0; h_1: Admin=1 Bot=1 Guest=0 User=1
      h_0: Admin=2 Bot=0 Guest=2 User=0; h_1: Admin=1 Bot=1 Guest=1 User=1
      h_0: Admin=2 Bot=0 Guest=2 User=1; h_1: Admin=1 Bot=1 Guest=1 User=1
    ramp 2 2 pause 1.0
      h_0: Admin=2 Bot=0 Guest=2 User=0; h_1: Admin=1 Bot=1 Guest=0 User=1
      h_0: Admin=2 Bot=0 Guest=1 User=0; h_1: Admin=1 Bot=1 Guest=0 User=0
      h_0: Admin=2 Bot=0 Guest=0 User=0; h_1: Admin=0 Bot=1 Guest=0 User=0
      h_0: Admin=1 Bot=0 Guest=0 User=0; h_1: Admin=0 Bot=1 Guest=0 User=0
    ramp 8 3 pause 1.0
      h_0: Admin=2 Bot=0 Guest=0 User=0; h_1: Admin=1 Bot=1 Guest=1 User=0
      h_0: Admin=2 Bot=0 Guest=2 User=0; h_1: Admin=1 Bot=1 Guest=1 User=1

    # fewer users than fixed counts
    workers h_0 h_1
    classes Admin,1,5 Guest,2,0
    ramp 3 10 pause 1.0
      h_0: Admin=2 Guest=0; h_1: Admin=1 Guest=0
    ramp 7 2 pause 1.0
      h_0: Admin=3 Guest=0; h_1: Admin=2 Guest=0
      h_0: Admin=3 Guest=1; h_1: Admin=2 Guest=1

    # rates below one and between whole numbers
    workers h_0 h_1
    classes A,1,0 B,1,0
    ramp 3 0.5 pause 2.0
      h_0: A=1 B=0; h_1: A=0 B=0
      h_0: A=1 B=0; h_1: A=0 B=1
      h_0: A=2 B=0; h_1: A=0 B=1
    ramp 10 2.75 pause 0.7272727272727273
      h_0: A=3 B=0; h_1: A=0 B=2
      h_0: A=4 B=0; h_1: A=0 B=3
      h_0: A=5 B=0; h_1: A=0 B=4
      h_0: A=5 B=0; h_1: A=0 B=5
    ramp 7 0.1 pause 10.0
      h_0: A=5 B=0; h_1: A=0 B=4
      h_0: A=4 B=0; h_1: A=0 B=4
      h_0: A=4 B=0; h_1: A=0 B=3

    # hosts are filled in turn
    workers b_0 a_0 a_1 b_1 a_2
    classes A,3,0 B,2,0
    ramp 12 4 pause 1.0
      a_0: A=1 B=0; a_1: A=1 B=0; a_2: A=0 B=0; b_0: A=0 B=1; b_1: A=0 B=1
      a_0: A=2 B=0; a_1: A=2 B=0; a_2: A=1 B=0; b_0: A=0 B=2; b_1: A=0 B=1
      a_0: A=3 B=0; a_1: A=2 B=0; a_2: A=2 B=0; b_0: A=0 B=3; b_1: A=0 B=2

    # a worker goes and one comes
    workers h_0 h_1 h_2
    classes A,2,0 B,1,0 F,1,2
    ramp 12 4 pause 1.0
      h_0: A=0 B=1 F=1; h_1: A=0 B=0 F=1; h_2: A=1 B=0 F=0
      h_0: A=0 B=2 F=1; h_1: A=2 B=0 F=1; h_2: A=2 B=0 F=0
      h_0: A=0 B=3 F=1; h_1: A=3 B=0 F=1; h_2: A=4 B=0 F=0
    remove h_1
      h_0: A=4 B=1 F=1; h_2: A=3 B=2 F=1
    ramp 15 2 pause 1.0
      h_0: A=4 B=2 F=1; h_2: A=4 B=2 F=1
      h_0: A=5 B=2 F=1; h_2: A=4 B=2 F=1
    add h_3
      h_0: A=0 B=4 F=1; h_2: A=4 B=0 F=1; h_3: A=5 B=0 F=0
    ramp 6 20 pause 1.0
      h_0: A=0 B=1 F=1; h_2: A=1 B=0 F=1; h_3: A=2 B=0 F=0

    # a worker goes amid a ramp
    workers h_0 h_1
    classes A,2,0 B,1,0
    ramp 10 2 cut 3 pause 1.0
      h_0: A=1 B=0; h_1: A=0 B=1
      h_0: A=2 B=0; h_1: A=1 B=1
      h_0: A=2 B=1; h_1: A=2 B=1
    remove h_0
      h_1: A=4 B=2
    ramp 10 2 pause 1.0
      h_1: A=5 B=3
      h_1: A=7 B=3

    # many users at once
    workers h_0 h_1 h_2 h_3
    classes A,1,0 B,7,0 C,3,0 D,3,0
    ramp 1000 1000 pause 1.0
      h_0: A=0 B=143 C=35 D=72; h_1: A=36 B=108 C=71 D=35; h_2: A=0 B=143 C=36 D=71; h_3: A=36 B=106 C=72 D=36
    ramp 333 100 pause 1.0
      h_0: A=0 B=129 C=32 D=64; h_1: A=32 B=96 C=65 D=32; h_2: A=0 B=128 C=32 D=65; h_3: A=32 B=97 C=64 D=32
      h_0: A=0 B=115 C=28 D=57; h_1: A=29 B=86 C=57 D=28; h_2: A=0 B=114 C=29 D=57; h_3: A=28 B=85 C=58 D=29
      h_0: A=0 B=100 C=25 D=50; h_1: A=25 B=75 C=50 D=25; h_2: A=0 B=100 C=25 D=50; h_3: A=25 B=75 C=50 D=25
      h_0: A=0 B=87 C=21 D=42; h_1: A=22 B=64 C=43 D=21; h_2: A=0 B=85 C=22 D=43; h_3: A=21 B=64 C=43 D=22
      h_0: A=0 B=71 C=18 D=36; h_1: A=18 B=54 C=35 D=18; h_2: A=0 B=72 C=18 D=35; h_3: A=18 B=53 C=36 D=18
      h_0: A=0 B=58 C=14 D=28; h_1: A=15 B=42 C=29 D=14; h_2: A=0 B=56 C=15 D=29; h_3: A=14 B=43 C=28 D=15
      h_0: A=0 B=48 C=12 D=24; h_1: A=12 B=36 C=23 D=12; h_2: A=0 B=48 C=12 D=23; h_3: A=12 B=35 C=24 D=12

    # four classes step by step
    workers h_0
    classes A,1,0 B,7,0 C,3,0 D,3,0
    ramp 30 1 pause 1.0
      h_0: A=0 B=1 C=0 D=0
      h_0: A=0 B=1 C=1 D=0
      h_0: A=0 B=1 C=1 D=1
      h_0: A=0 B=2 C=1 D=1
      h_0: A=0 B=3 C=1 D=1
      h_0: A=1 B=3 C=1 D=1
      h_0: A=1 B=3 C=2 D=1
      h_0: A=1 B=3 C=2 D=2
      h_0: A=1 B=4 C=2 D=2
      h_0: A=1 B=5 C=2 D=2
      h_0: A=1 B=6 C=2 D=2
      h_0: A=1 B=6 C=3 D=2
      h_0: A=1 B=6 C=3 D=3
      h_0: A=1 B=7 C=3 D=3
      h_0: A=1 B=8 C=3 D=3
      h_0: A=1 B=8 C=4 D=3
      h_0: A=1 B=8 C=4 D=4
      h_0: A=1 B=9 C=4 D=4
      h_0: A=1 B=10 C=4 D=4
      h_0: A=2 B=10 C=4 D=4
      h_0: A=2 B=10 C=5 D=4
      h_0: A=2 B=10 C=5 D=5
      h_0: A=2 B=11 C=5 D=5
      h_0: A=2 B=12 C=5 D=5
      h_0: A=2 B=13 C=5 D=5
      h_0: A=2 B=13 C=6 D=5
      h_0: A=2 B=13 C=6 D=6
      h_0: A=2 B=14 C=6 D=6
      h_0: A=2 B=15 C=6 D=6
      h_0: A=2 B=15 C=7 D=6
    """
}
