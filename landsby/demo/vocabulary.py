"""The ids of the blueprint that the demo's plan uses; a test holds them against the blueprint."""

BLUEPRINT = "bsb"

PLAY, FOOD, CLOSENESS = "play_and_movement", "food_and_drink", "experiences_and_closeness"
ALL_GOALS = (PLAY, FOOD, CLOSENESS)

LOCAL_COMMUNITY = "local_community"
HEALTHY_START = "healthy_start"
DAYCARE_TRACK = "daycare_everyday"
SCHOOL_TRACK = "school_and_sfo"
MOTOR_TRACK = "motor_examination"
ASSOCIATIONS = "associational_life"

MOVEMENT = "everyday_movement"
TRIP = "outdoor_trip"
FOOD_ACTIVITY = "food_activity"
OUTDOOR_LEARNING = "outdoor_learning"
ACTION_DAY = "action_day"
LONG_COURSE = "joint_course_long"
SHORT_COURSE = "joint_course_short"
PARENTS_COURSE = "parents_course"
OPEN_HALL = "open_hall"
FESTIVAL = "festival_event"
COMMUNITY_EVENT = "community_event"
TREASURE_HUNT = "treasure_hunt_event"
MOTOR_PLAY = "motor_play"
LUNCH_BOX = "lunch_box_workshop"
PARENTS_EVENT = "parents_event"
NETWORK_MEETING = "network_meeting"
MEETING = "programme_meeting"
THEME_DAY = "theme_day"
WORKSHOP = "development_workshop"
WEBINAR = "inspiration_webinar"
SEMINAR = "project_seminar"
STAFF_COURSE = "staff_course"
LEADER_INTRODUCTION = "leader_introduction"

# Kinds of actor, as the code list has them.
INTEGRATED, KINDERGARTEN, NURSERY, FAMILY_DAYCARE = "integrated_daycare", "kindergarten", "nursery", "family_daycare"
SCHOOL, SPECIAL_SCHOOL, SFO = "school", "special_school", "sfo"
DAYCARES = frozenset({INTEGRATED, KINDERGARTEN, NURSERY, FAMILY_DAYCARE})
SCHOOLS = frozenset({SCHOOL, SPECIAL_SCHOOL})
INSTITUTIONS = DAYCARES | SCHOOLS | {SFO}
NEIGHBOURS = frozenset(
    {"library", "shop", "housing_association", "church", "ngo", "company", "museum", "senior_club", "nature_centre"}
)
