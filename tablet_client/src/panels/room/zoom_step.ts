/** One press nearer or farther: two presses are a little more than twice as near. */
export const ZOOM_STEP = 1.5;
